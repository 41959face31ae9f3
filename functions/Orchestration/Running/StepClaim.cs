using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;

namespace GroundedDocs.Orchestration.Running;

/// <summary>
/// A claim on a step that renews itself while the work goes on. Losing it is no disaster: results are written once, so that
/// two workers on one step waste time and nothing else.
/// </summary>
internal sealed class StepClaim : IDisposable
{
    private readonly StepLedger steps;
    private readonly RunKey run;
    private readonly Limits limits;
    private readonly TimeProvider time;
    private readonly ITimer renewal;
    private Task inFlight = Task.CompletedTask;
    private volatile bool isStopped;

    public StepClaim(StepLedger steps, RunKey run, StepRow row, Limits limits, TimeProvider time)
    {
        this.steps = steps;
        this.run = run;
        this.limits = limits;
        this.time = time;
        Row = row;
        var period = limits.ClaimTime / 3;
        renewal = time.CreateTimer(_ => Renew(), null, period, period);
    }

    /// <summary>The row as this worker last stored it.</summary>
    public StepRow Row { get; private set; }

    /// <summary>Ends the renewal; afterwards <see cref="Row"/> does not change any more.</summary>
    public async Task StopAsync()
    {
        isStopped = true;
        Dispose();
        await inFlight;
    }

    /// <inheritdoc/>
    public void Dispose() => renewal.Dispose();

    private void Renew()
    {
        if (!isStopped && inFlight.IsCompleted)
        {
            inFlight = RenewAsync();
        }
    }

    private async Task RenewAsync()
    {
        try
        {
            var next = Row with { Until = time.GetUtcNow() + limits.ClaimTime };
            if (await steps.ReplaceAsync(run, next, CancellationToken.None) is { } stored)
            {
                Row = stored;
            }
            else
            {
                isStopped = true;
            }
        }
        catch (Ports.StorageUnavailableException)
        {
            // The next renewal, or the claim's end, decides; the work itself is not in danger.
        }
    }
}
