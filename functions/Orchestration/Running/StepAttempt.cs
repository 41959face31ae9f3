using GroundedDocs.Documents;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Serialization;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Orchestration.Work;

namespace GroundedDocs.Orchestration.Running;

/// <summary>One attempt of a claimed step: takes a result that is already there, or makes one, within the time limit.</summary>
internal sealed class StepAttempt(
    IReadOnlyDictionary<StepKind, IStepWork> works,
    StepLedger steps,
    WorkStore work,
    Inheritance inheritance,
    Limits limits,
    TimeProvider time
)
{
    /// <returns>The row as this attempt leaves it, still claimed, and the product or the failure.</returns>
    public async Task<(StepRow Row, Result<StepProduct> Result)> RunAsync(
        GenerationRow generation,
        StepRow claimed,
        CancellationToken cancellationToken
    )
    {
        using var claim = new StepClaim(steps, generation.Run, claimed, limits, time);
        var result = await TakeAsync(generation, claimed, cancellationToken) ?? await MakeAsync(generation, claimed.Key, cancellationToken);
        await claim.StopAsync();
        return (claim.Row, result);
    }

    /// <summary>A result that an earlier attempt wrote before it died, or that an earlier generation made.</summary>
    private async Task<Result<StepProduct>?> TakeAsync(GenerationRow generation, StepRow claimed, CancellationToken cancellationToken)
    {
        if (!HasResult(claimed.Key.Kind))
        {
            return null;
        }

        var own = WorkBlobs.StepResult(generation.Run, claimed.Key);
        if (claimed.Starts > 1 && await work.Blobs.ReadAsync(own, cancellationToken) is { } written)
        {
            return new StepProduct(null, CountOf(claimed.Key.Kind, written));
        }

        if (await inheritance.FindAsync(generation, claimed.Key, cancellationToken) is not { } inherited)
        {
            return null;
        }

        await work.Blobs.CreateAsync(own, inherited, cancellationToken);
        return new StepProduct(null);
    }

    private async Task<Result<StepProduct>> MakeAsync(GenerationRow generation, StepKey step, CancellationToken cancellationToken)
    {
        var limit = step.Kind == StepKind.Split ? limits.SplitTime : limits.StepTime;
        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var result = await works[step.Kind].RunAsync(new StepContext(generation, step), either.Token);
            if (result.TryGet(out var product, out _) && product.Result is { } bytes)
            {
                await work.Blobs.CreateAsync(WorkBlobs.StepResult(generation.Run, step), bytes, cancellationToken);
            }

            return result;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new Failure(
                "step.time",
                $"The step '{step.KindName}' took longer than the limit of {limit.TotalSeconds:0} seconds; it is tried again.",
                IsTransient: true
            );
        }
    }

    private static bool HasResult(StepKind kind) => kind is not (StepKind.Publish or StepKind.Notify);

    private static int CountOf(StepKind kind, ReadOnlyMemory<byte> written) =>
        kind switch
        {
            StepKind.Split => WorkJson.Read(written, WorkJson.Default.SplitManifest).Count,
            StepKind.Plan => WorkJson.Read(written, WorkJson.Default.ExtractionPlan).Count,
            _ => 0,
        };
}
