using System.Diagnostics;
using System.Globalization;
using System.Text;
using GroundedDocs.Adapters.Storage;
using GroundedDocs.Benchmarks.Grounding;
using GroundedDocs.Emulation;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Submissions;
using GroundedDocs.Tests.Orchestration.Fakes;

namespace GroundedDocs.Benchmarks.Scale;

/// <summary>
/// The orchestration with stages that take no time, so that nothing is measured but itself and storage: pages a second by worker processes,
/// what a page costs in requests and bytes, and in which step the time goes.
/// </summary>
internal static class ScaleRun
{
    private static readonly int[] Workers = [1, 2, 4];

    /// <param name="documents">Documents of each measurement.</param>
    /// <param name="pages">Pages of each document.</param>
    /// <param name="results">The file whose part <c>scale</c> is replaced; null to print only.</param>
    public static async Task<int> RunAsync(int documents, int pages, string? results)
    {
        var folder = Directory.CreateTempSubdirectory("groundeddocs-scale-");
        var table = new StringBuilder();
        try
        {
            await ThroughputAsync(table, folder.FullName, documents, pages);
            await StepTimes.WriteAsync(table, folder.FullName, documents, pages);
            await PageCosts.WriteAsync(table, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Console.Write(table);
        if (results is not null)
        {
            ResultsFile.Replace(results, "scale", table.ToString());
        }

        return 0;
    }

    /// <summary>A document of its own, as the instant stages read it.</summary>
    public static SubmissionRequest Document(string folder, int pages, string mark)
    {
        var path = Path.Combine(folder, mark);
        File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"{pages}\n{mark}\n"));
        return new SubmissionRequest("scale", path, new RunRequest { DocumentName = mark, Domain = FakeStages.Domain.Name });
    }

    /// <summary>A flow with instant stages on some storage.</summary>
    public static DocumentFlow FlowOn(StoragePorts storage) =>
        new(
            new FlowParts(
                storage,
                new FakeStages().Stages,
                new NoReceiver(),
                TimeProvider.System,
                new SystemRandomness(),
                new Limits(),
                ScaleWorker.Version
            )
        );

    private static async Task ThroughputAsync(StringBuilder table, string folder, int documents, int pages)
    {
        table.AppendLine("| worker processes | pages a second | times one worker |");
        table.AppendLine("|---|---|---|");
        double? alone = null;
        foreach (var workers in Workers)
        {
            using var emulator = new StorageEmulator(Environment.CurrentDirectory);
            await emulator.StartAsync();
            var perSecond = documents * pages / (await TimeAsync(emulator, folder, workers, documents, pages)).TotalSeconds;
            alone ??= perSecond;
            table.AppendLine(CultureInfo.InvariantCulture, $"| {workers} | {perSecond:0.0} | {perSecond / alone:0.00} |");
        }

        table.AppendLine();
    }

    /// <summary>From the first document handed in to the last one finished; workers have started before.</summary>
    private static async Task<TimeSpan> TimeAsync(StorageEmulator emulator, string folder, int workers, int documents, int pages)
    {
        var account = new StorageAccount(new StorageOptions { ConnectionString = emulator.ConnectionString });
        await account.CreateAllAsync(CancellationToken.None);
        var flow = FlowOn(new StoragePorts(new AzureBlobStore(account), new AzureTableStore(account), new AzureQueues(account)));
        using var fleet = new ScaleFleet();
        for (var i = 0; i < workers; i++)
        {
            await fleet.AddAsync(emulator.ConnectionString);
        }

        var clock = Stopwatch.StartNew();
        var waiting = new List<Submission>();
        for (var i = 0; i < documents; i++)
        {
            var request = Document(folder, pages, string.Create(CultureInfo.InvariantCulture, $"{workers}-{i}"));
            waiting.Add((await flow.SubmissionDesk.SubmitAsync(request, CancellationToken.None)).Value);
        }

        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (waiting.Count > 0 && await timer.WaitForNextTickAsync())
        {
            var first = await flow.Submissions.FindAsync(waiting[0].Owner, waiting[0].Id, CancellationToken.None);
            if (first!.Status == SubmissionStatus.Completed)
            {
                waiting.RemoveAt(0);
                timer.Period = TimeSpan.FromMilliseconds(1);
            }
            else
            {
                timer.Period = TimeSpan.FromMilliseconds(200);
            }
        }

        return clock.Elapsed;
    }
}
