using GroundedDocs.Documents;
using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;

namespace GroundedDocs.Orchestration.Running;

/// <summary>
/// What happens to a message that the host delivered too often. Innocent messages die with a crashed neighbour, so it is put
/// back a bounded number of times, unless its step has really failed that often.
/// </summary>
public sealed class PoisonedStep
{
    private readonly RunLedger runs;
    private readonly StepLedger steps;
    private readonly StepAdvance advance;
    private readonly StepSender sender;
    private readonly RetrySchedule schedule;
    private readonly Limits limits;
    private readonly TimeProvider time;

    internal PoisonedStep(
        RunLedger runs,
        StepLedger steps,
        StepAdvance advance,
        StepSender sender,
        RetrySchedule schedule,
        Limits limits,
        TimeProvider time
    )
    {
        this.runs = runs;
        this.steps = steps;
        this.advance = advance;
        this.sender = sender;
        this.schedule = schedule;
        this.limits = limits;
        this.time = time;
    }

    /// <summary>Puts the message back, or gives its step up and looks what comes next.</summary>
    public async Task<StepDisposition> HandleAsync(StepMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        FlowTelemetry.CountPoisoned(message);
        var generation = await runs.FindAsync(message.Run, cancellationToken);
        if (generation is null || !generation.IsLive)
        {
            return StepDisposition.Dropped;
        }

        var row = await steps.ChangeAsync(
            message.Run,
            message.Step,
            current => current.IsFinal || current.Epoch > message.Epoch ? null : Next(current),
            cancellationToken
        );
        if (row.Epoch > message.Epoch)
        {
            // A revival has sent another message for it: put back, this one would multiply the work.
            return StepDisposition.Dropped;
        }

        if (row.IsFinal)
        {
            await advance.AfterAsync(generation, row, cancellationToken);
            return row.State == StepState.Failed ? StepDisposition.GivenUp : StepDisposition.Repeated;
        }

        await sender.SendAsync(message with { Epoch = row.Epoch }, limits.LongestDelay / limits.PutBacks, cancellationToken);
        return StepDisposition.Retried;
    }

    private StepRow Next(StepRow current)
    {
        var isSpent = current.PutBacks >= limits.PutBacks || current.Failures >= schedule.AttemptsOf(current.Key.Kind);
        return current with
        {
            State = isSpent ? StepState.Failed : current.State,
            PutBacks = current.PutBacks + 1,
            ChangedAt = time.GetUtcNow(),
            Failure = isSpent
                ? new Failure(
                    "step.poisoned",
                    $"The step '{current.Key.KindName}' could not be finished in {current.Starts} starts; it was given up."
                )
                : current.Failure,
        };
    }
}
