using GroundedDocs.Adapters.Storage;
using GroundedDocs.App.Composition;
using GroundedDocs.App.Options;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.App.Standalone;

/// <summary>Stands in for the Functions host: runs all triggers until the app stops.</summary>
internal sealed class StandaloneLoop(
    ServerOptions options,
    StorageAccount account,
    AzureQueues queues,
    AzureBlobStore blobs,
    TriggerClient triggers,
    Readiness readiness,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<StandaloneLoop> logger
) : BackgroundService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private static readonly (string Queue, string Function)[] QueueTriggers =
    [
        (StorageNames.StepQueue, "RunStep"),
        (StorageNames.StepPoisonQueue, "StepPoisoned"),
        (StorageNames.DropQueue, "DocumentDroppedEvent"),
    ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stoppingToken);
        await readiness.StorageReady.WaitAsync(stoppingToken);
        StandaloneLog.Serving(logger, options.Port);
        var loops = QueueTriggers
            .Select(trigger =>
                new QueueLoop(trigger.Queue, trigger.Function, queues, queues, triggers, time, logger).RunAsync(stoppingToken)
            )
            .Append(new InboxLoop(blobs, account, triggers, time, logger).RunAsync(stoppingToken))
            .Append(SweepAsync(stoppingToken));
        await Task.WhenAll(loops);
    }

    private async Task SweepAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(SweepEvery, time);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            try
            {
                await triggers.SendTimerAsync("Sweep", stopping);
            }
            catch (HttpRequestException error)
            {
                StandaloneLog.StorageUnavailable(logger, error, "sweep");
            }
        }
    }
}
