using System.Diagnostics;
using GroundedDocs.Adapters.Storage;
using GroundedDocs.Adapters.Webhooks;
using GroundedDocs.App.Composition;
using GroundedDocs.App.Options;
using GroundedDocs.Emulation;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Inbox;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Submissions;
using GroundedDocs.Tests.Orchestration.Fakes;

namespace GroundedDocs.Chaos;

/// <summary>
/// Documents on real processes and a real emulator: workers are killed, the emulator is stopped and started again twice, a tenth of
/// the extractions and webhooks fails; in the end every document must be there, once, as if nothing had happened.
/// </summary>
internal sealed class ChaosRun(
    ChaosOptions options,
    StorageEmulator emulator,
    WorkerFleet fleet,
    WebhookReceiver receiver,
    TextWriter output
)
{
    public const string Owner = "chaos";

    private const int EmulatorRestarts = 2;

    /// <summary>
    /// Time without a document that ends, after which work counts as lost: much longer than the sweep leaves a quiet run alone, because
    /// documents are worked on side by side, so that on a slow machine the first ends late.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(60);

    private readonly StorageAccount account = new(new StorageOptions { ConnectionString = emulator.ConnectionString });
    private readonly Random chance = new(options.Seed);
    private int kills;
    private int restarts;

    /// <summary>Makes trouble and judges what came of it; 0 when everything is there.</summary>
    public static async Task<int> RunAsync(ChaosOptions options, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("groundeddocs-chaos-");
        using var emulator = new StorageEmulator(Environment.CurrentDirectory, Path.Combine(folder.FullName, "azurite"));
        await emulator.StartAsync();
        using var fleet = new WorkerFleet(emulator.ConnectionString, folder.FullName);
        await using var receiver = await WebhookReceiver.StartAsync();
        var isGood = await new ChaosRun(options, emulator, fleet, receiver, output).RunAsync(folder.FullName);
        if (isGood)
        {
            fleet.Dispose();
            emulator.Dispose();
            folder.Delete(recursive: true);
        }
        else
        {
            await output.WriteLineAsync($"logs and storage are left in {folder.FullName}");
        }

        return isGood ? 0 : 1;
    }

    private async Task<bool> RunAsync(string folder)
    {
        await account.CreateAllAsync(CancellationToken.None);
        var documents = ChaosDocument.Make(options.Jobs, chance);
        var pages = documents.Sum(document => document.Pages);
        await output.WriteLineAsync(
            $"{documents.Length} documents of {pages} pages, {options.Workers} workers, up to {options.Kills} kills, seed {options.Seed}"
        );
        var clock = Stopwatch.StartNew();
        fleet.Start(options.Workers);
        var flow = FlowOn(account);
        var handingIn = HandInAsync(flow, documents, folder);
        var isDone = await DisturbAsync(flow, clock);
        await handingIn;
        await output.WriteLineAsync(
            $"{(isDone ? "finished" : "stuck")} after {clock.Elapsed.TotalSeconds:0} s: {kills} workers killed, emulator restarted {restarts} times, "
                + $"{receiver.Count} webhooks taken"
        );
        var verdict = new Verdict(flow, account, receiver, output);
        return await verdict.IsGoodAsync(documents, folder) && isDone;
    }

    private static DocumentFlow FlowOn(StorageAccount account) =>
        new(
            new FlowParts(
                new StoragePorts(new AzureBlobStore(account), new AzureTableStore(account), new AzureQueues(account)),
                new FakeStages().Stages,
                new HttpWebhookSender(new WebhookOptions(), TimeProvider.System),
                TimeProvider.System,
                new SystemRandomness(),
                new Limits(),
                PipelineVersion.Of(EngineOptions.Default)
            )
        );

    private async Task HandInAsync(DocumentFlow flow, ChaosDocument[] documents, string folder)
    {
        var blobs = new AzureBlobStore(account);
        foreach (var document in documents)
        {
            var path = document.WriteTo(folder);
            var request = new SubmissionRequest(Owner, path, new RunRequest { DocumentName = "document", Domain = FakeStages.Domain.Name })
            {
                Id = document.Id,
                ResultName = document.Name,
                CallbackUrl = receiver.Address,
            };
            await UntilItWorksAsync(async () =>
            {
                if (document.IsDropped)
                {
                    await blobs.CreateFromFileAsync(new BlobName(StorageNames.Inbox, document.Name), path, default);
                }
                else
                {
                    await flow.SubmissionDesk.SubmitAsync(request, default);
                }

                return true;
            });
        }
    }

    /// <summary>Kills a worker every second or two, restarts the emulator twice on the way, and waits for the last document.</summary>
    private async Task<bool> DisturbAsync(DocumentFlow flow, Stopwatch clock)
    {
        var finished = 0;
        var movedAt = clock.Elapsed;
        while (clock.Elapsed - movedAt < Patience)
        {
            await Task.Delay(TimeSpan.FromSeconds(1 + chance.NextDouble()));
            if (kills < options.Kills)
            {
                fleet.KillOne(chance);
                kills++;
            }

            // One after a third of the kills, one after two thirds; the same by documents when there are few kills.
            var share = Math.Max((double)kills / Math.Max(1, options.Kills), (double)finished / options.Jobs);
            if (restarts < EmulatorRestarts && share >= (restarts + 1.0) / (EmulatorRestarts + 1))
            {
                await emulator.StopAsync();
                await emulator.StartAsync();
                restarts++;
            }

            var now = await UntilItWorksAsync(() => CountFinishedAsync(flow));
            if (now >= options.Jobs && restarts == EmulatorRestarts)
            {
                return true;
            }

            movedAt = now > finished ? clock.Elapsed : movedAt;
            finished = now;
        }

        return false;
    }

    /// <summary>More than there are documents, should one be taken in twice; the verdict says so.</summary>
    private static async Task<int> CountFinishedAsync(DocumentFlow flow)
    {
        var count = 0;
        foreach (var owner in new[] { Owner, InboxDesk.Owner })
        {
            await foreach (var submission in flow.Submissions.ListAsync(owner, default))
            {
                count += submission is { Status: not SubmissionStatus.Pending, Webhook: not WebhookState.Pending } ? 1 : 0;
            }
        }

        return count;
    }

    private static async Task<T> UntilItWorksAsync<T>(Func<Task<T>> work)
    {
        while (true)
        {
            try
            {
                return await work();
            }
            catch (StorageUnavailableException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }
    }
}
