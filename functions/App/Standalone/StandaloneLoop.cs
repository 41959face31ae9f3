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
            .Select(trigger => new QueueLoop(trigger.Queue, trigger.Function, queues, queues, triggers, time, logger))
            .Select(loop => KeepAsync(loop.RunAsync, stoppingToken))
            .Append(KeepAsync(new InboxLoop(blobs, account, triggers, time, logger).RunAsync, stoppingToken))
            .Append(KeepAsync(SweepAsync, stoppingToken));
        await Task.WhenAll(loops);
    }

    /// <summary>A loop that ends before the app does is started again: a queue that nobody polls would be a silent loss.</summary>
    private async Task KeepAsync(Func<CancellationToken, Task> loop, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await loop(stopping);
            }
            catch (Exception error) when (!stopping.IsCancellationRequested)
            {
                StandaloneLog.LoopEnded(logger, error);
                await Task.Delay(QueueSettings.LongestPause, time, stopping);
            }
        }
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
