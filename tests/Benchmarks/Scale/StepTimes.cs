using System.Diagnostics;
using System.Globalization;
using System.Text;
using GroundedDocs.Adapters.Storage;
using GroundedDocs.Emulation;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Tests.Orchestration.Scale;

namespace GroundedDocs.Benchmarks.Scale;

/// <summary>Where the time goes: one process works on the emulator, one message after the other, and every step is timed.</summary>
internal static class StepTimes
{
    public static async Task WriteAsync(StringBuilder table, string folder, int documents, int pages)
    {
        using var emulator = new StorageEmulator(Environment.CurrentDirectory);
        await emulator.StartAsync();
        var account = new StorageAccount(new StorageOptions { ConnectionString = emulator.ConnectionString });
        await account.CreateAllAsync(CancellationToken.None);
        var queues = new AzureQueues(account);
        var storage = new CountingStorage(new AzureBlobStore(account), new AzureTableStore(account), queues);
        var flow = ScaleRun.FlowOn(new StoragePorts(storage, storage, storage));
        for (var i = 0; i < documents; i++)
        {
            var mark = string.Create(CultureInfo.InvariantCulture, $"steps-{i}");
            await flow.SubmissionDesk.SubmitAsync(ScaleRun.Document(folder, pages, mark), CancellationToken.None);
        }

        var times = new Dictionary<string, (int Count, double Milliseconds, long Operations)>(StringComparer.Ordinal);
        await DrainAsync(flow, queues, storage, times);
        var all = times.Values.Sum(each => each.Milliseconds);
        table.AppendLine(
            "| step | share of the time | milliseconds each | storage requests each | a document of " + $"{pages} pages has |"
        );
        table.AppendLine("|---|---|---|---|---|");
        foreach (var (step, (count, milliseconds, operations)) in times.OrderByDescending(each => each.Value.Milliseconds))
        {
            table.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {step} | {milliseconds / all:0 %} | {milliseconds / count:0.0} | {(double)operations / count:0.0} | {(double)count / documents:0.#} |"
            );
        }

        table.AppendLine();
    }

    private static async Task DrainAsync(
        DocumentFlow flow,
        AzureQueues queues,
        CountingStorage storage,
        Dictionary<string, (int Count, double Milliseconds, long Operations)> times
    )
    {
        const string Queue = "taking and deleting messages";
        while (true)
        {
            var taking = Stopwatch.GetTimestamp();
            var received = await queues.ReceiveAsync(StorageNames.StepQueue, 16, TimeSpan.FromMinutes(5), CancellationToken.None);
            Add(Queue, received.Count, taking, received.Count);
            if (received.Count == 0)
            {
                return;
            }

            foreach (var each in received)
            {
                var message = StepMessageFormat.TryRead(each.Body)!;
                var (started, before) = (Stopwatch.GetTimestamp(), storage.Operations);
                await flow.StepRunner.RunAsync(message, CancellationToken.None);
                Add(StepKey.NameOf(message.Step.Kind), 1, started, storage.Operations - before);
                var deleting = Stopwatch.GetTimestamp();
                await queues.DeleteAsync(StorageNames.StepQueue, each, CancellationToken.None);
                Add(Queue, 0, deleting, 1);
            }
        }

        void Add(string name, int count, long since, long operations)
        {
            var known = times.GetValueOrDefault(name);
            times[name] = (
                known.Count + count,
                known.Milliseconds + Stopwatch.GetElapsedTime(since).TotalMilliseconds,
                known.Operations + operations
            );
        }
    }
}
