using GroundedDocs.Documents;
using GroundedDocs.Documents.Metering;
using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Metering;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;

namespace GroundedDocs.Orchestration.Running;

/// <summary>
/// Runs one step message. The order inside a step is the invariant everything rests on: write the result, then the row that
/// counts it, then look what can start and send it, then let the message be deleted. A crash between any two repeats the rest,
/// and loses nothing.
/// </summary>
public sealed class StepRunner
{
    private readonly RunLedger runs;
    private readonly StepOwnership ownership;
    private readonly StepAttempt attempt;
    private readonly StepAdvance advance;
    private readonly StepSender sender;
    private readonly RetrySchedule schedule;
    private readonly Limits limits;
    private readonly TimeProvider time;
    private readonly UnwrittenUsage unwritten = new();
    private readonly WebhookSlots webhookSlots;

    internal StepRunner(
        RunLedger runs,
        StepLedger steps,
        StepAttempt attempt,
        StepAdvance advance,
        StepSender sender,
        RetrySchedule schedule,
        Limits limits,
        TimeProvider time
    )
    {
        this.runs = runs;
        ownership = new StepOwnership(steps, limits, time);
        this.attempt = attempt;
        this.advance = advance;
        this.sender = sender;
        this.schedule = schedule;
        this.limits = limits;
        this.time = time;
        webhookSlots = new WebhookSlots(sender, limits);
    }

    /// <summary>Runs a message to its end. An exception means that it must be delivered again.</summary>
    public async Task<StepDisposition> RunAsync(StepMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var activity = FlowTelemetry.Start(message);
        var startedAt = time.GetTimestamp();
        var meter = UsageMeter.Start();
        meter.Add(unwritten.Take(message.Run));
        var disposition =
            message.Step.Kind == StepKind.Notify
                ? await webhookSlots.RunAsync(message, HandleAsync, cancellationToken)
                : await HandleAsync(message, cancellationToken);
        unwritten.Keep(message.Run, meter.Take());
        FlowTelemetry.Ended(activity, message, disposition, time.GetElapsedTime(startedAt));
        return disposition;
    }

    private async Task<StepDisposition> HandleAsync(StepMessage message, CancellationToken cancellationToken)
    {
        var generation = await runs.FindAsync(message.Run, cancellationToken);
        if (generation is null || !generation.IsLive || IsOver(generation, message.Step.Kind))
        {
            return StepDisposition.Dropped;
        }

        var (row, isMine) = await ownership.TakeAsync(message, cancellationToken);
        if (row.Epoch > message.Epoch)
        {
            return StepDisposition.Dropped;
        }

        if (row.IsFinal)
        {
            await advance.AfterAsync(generation, row, cancellationToken);
            return StepDisposition.Repeated;
        }

        if (!isMine)
        {
            await sender.SendAsync(message, Remaining(row), cancellationToken);
            return StepDisposition.Postponed;
        }

        return await WorkAsync(generation, message, row, cancellationToken);
    }

    private async Task<StepDisposition> WorkAsync(
        GenerationRow generation,
        StepMessage message,
        StepRow claimed,
        CancellationToken cancellationToken
    )
    {
        if (claimed.Crashes > limits.StepCrashes)
        {
            return await GiveUpAsync(generation, claimed, Crashed(claimed), claimed.Failures, cancellationToken);
        }

        var (row, result) = await attempt.RunAsync(generation, claimed, cancellationToken);
        if (result.TryGet(out var product, out var failure))
        {
            var done = await ownership.SettleAsync(
                message.Run,
                row,
                current => current with { State = StepState.Done, Count = product.Count },
                cancellationToken
            );
            return await LookAfterAsync(generation, done, StepDisposition.Done, cancellationToken);
        }

        var failures = row.Failures + (failure.CountsAsAttempt ? 1 : 0);
        var isSpent = failures >= schedule.AttemptsOf(message.Step.Kind) || row.Starts >= limits.StepStarts;
        if (!failure.IsTransient || isSpent)
        {
            return await GiveUpAsync(generation, row, failure, failures, cancellationToken);
        }

        return await RetryAsync(message, row, failure, failures, cancellationToken);
    }

    /// <summary>A step that is given up leaves a final row and looks, like one that is done.</summary>
    private async Task<StepDisposition> GiveUpAsync(
        GenerationRow generation,
        StepRow row,
        Failure failure,
        int failures,
        CancellationToken cancellationToken
    )
    {
        var settled = await ownership.SettleAsync(
            generation.Run,
            row,
            current => current with { State = StepState.Failed, Failures = failures, Failure = failure },
            cancellationToken
        );
        var disposition = settled?.State == StepState.Done ? StepDisposition.Repeated : StepDisposition.GivenUp;
        return await LookAfterAsync(generation, settled, disposition, cancellationToken);
    }

    private async Task<StepDisposition> LookAfterAsync(
        GenerationRow generation,
        StepRow? settled,
        StepDisposition disposition,
        CancellationToken cancellationToken
    )
    {
        if (settled is null)
        {
            return StepDisposition.Dropped;
        }

        await advance.AfterAsync(generation, settled, cancellationToken);
        return disposition;
    }

    private static Failure Crashed(StepRow row) =>
        new("step.crashed", $"The step '{row.Key.KindName}' ended its process {row.Crashes} times; it was given up.");

    /// <summary>Records the failed attempt, sends the next one with its own delay, and lets this message go.</summary>
    private async Task<StepDisposition> RetryAsync(
        StepMessage message,
        StepRow row,
        Failure failure,
        int failures,
        CancellationToken cancellationToken
    )
    {
        var delay = schedule.DelayAfter(message.Step.Kind, Math.Max(1, failures), failure);
        var stored = await ownership.SettleAsync(
            message.Run,
            row,
            current => current with { State = StepState.Waiting, Failures = failures, Failure = failure, Until = time.GetUtcNow() + delay },
            cancellationToken
        );
        if (stored is null)
        {
            return StepDisposition.Dropped;
        }

        await sender.SendAsync(message with { Attempt = message.Attempt + 1, Epoch = stored.Epoch }, delay, cancellationToken);
        return StepDisposition.Retried;
    }

    private TimeSpan Remaining(StepRow row)
    {
        var left = (row.Until ?? time.GetUtcNow()) - time.GetUtcNow();
        return left > limits.ShortestDelay ? left : limits.ShortestDelay;
    }

    /// <summary>A finished run has nothing left to do but to hand out its result.</summary>
    private static bool IsOver(GenerationRow generation, StepKind kind) =>
        generation.Status != RunStatus.Running && kind is not (StepKind.Publish or StepKind.Notify);
}
