using GroundedDocs.Documents;
using GroundedDocs.Documents.Metering;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Orchestration.Results;
using GroundedDocs.Orchestration.Running;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Serialization;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Pipeline.Extraction;

namespace GroundedDocs.Orchestration.Work;

/// <summary>
/// Writes the result and the rows of its fields under the run, then makes the generation complete, then hands it to the
/// submissions. A reader who starts from a submission or a result's name therefore sees one run's work or another's, never a
/// mixture.
/// </summary>
internal sealed class PublishWork(
    WorkStore work,
    StepLedger steps,
    RunLedger runs,
    FieldRows fields,
    SubmissionDelivery delivery,
    IReadOnlyList<Domain> domains,
    PriceTable prices,
    TimeProvider time
) : IStepWork
{
    private static readonly StepKind[] StepsThatEndARun = [StepKind.Split, StepKind.Plan, StepKind.Ground];

    public StepKind Kind => StepKind.Publish;

    public async Task<Result<StepProduct>> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var outcome = await OutcomeAsync(context.Generation, cancellationToken);
        if (!outcome.TryGet(out var published, out var failure))
        {
            return failure;
        }

        var body = await WriteOnceAsync(context.Run, published.Body, cancellationToken);
        if (published.Grounded is { } grounded)
        {
            await fields.WriteAsync(context.Run, published.Domain, grounded.Document, cancellationToken);
        }

        var generation = await FinishAsync(context.Run, published, cancellationToken);
        if (generation is null || !generation.IsLive)
        {
            return StepProduct.None;
        }

        if (published.Grounded is { Errors.Count: 0 } && generation.Pages is null)
        {
            await runs.RememberReadingAsync(generation.ContentKey, context.Run, cancellationToken);
        }

        var shared = new PublishedBody(body, published.Domain, published.Grounded?.Pages.Count ?? 0);
        await DeliverAsync(context, generation, shared, cancellationToken);
        return StepProduct.None;
    }

    private async Task DeliverAsync(StepContext context, GenerationRow generation, PublishedBody body, CancellationToken cancellationToken)
    {
        if (context.Step.Submission is { } late)
        {
            await delivery.DeliverAsync(generation, late, body, cancellationToken);
            return;
        }

        await foreach (var submission in runs.LinksAsync(context.Run, cancellationToken))
        {
            await delivery.DeliverAsync(generation, submission, body, cancellationToken);
        }
    }

    private async Task<Result<Outcome>> OutcomeAsync(GenerationRow generation, CancellationToken cancellationToken)
    {
        var run = generation.Run;
        var stored = await work.RequestAsync(run, cancellationToken);
        var request = stored.Failure is null ? stored.Value : null;
        var ground = await work.ReadAsync(
            WorkBlobs.StepResult(run, new StepKey(StepKind.Ground)),
            WorkJson.Default.GroundedWork,
            cancellationToken
        );
        var duration = time.GetUtcNow() - generation.CreatedAt;
        var plan = (await work.PlanAsync(run, cancellationToken)).TryGet(out var planned, out var lost) ? planned : null;
        var usage = RunUsage.Of(await steps.ListAllAsync(run, cancellationToken), plan);
        if (!ground.TryGet(out var grounded, out var gone))
        {
            var failure = await WhyFailedAsync(run, cancellationToken) ?? gone;
            return new Outcome(
                ResultBody.WriteFailure(failure, request, usage, prices, duration),
                null,
                request?.Domain,
                failure,
                usage.Total
            );
        }

        if (plan is null || request is null)
        {
            return lost ?? WorkStore.Gone();
        }

        var schema = SchemaParser.Parse(plan.SchemaJson).Value;
        var recognized = request.Task == RunTask.Recognize ? domains.FirstOrDefault(domain => domain.Name == plan.Domain) : null;
        var body = ResultBody.Write(grounded, plan, request, schema, usage, recognized, prices, duration);
        return new Outcome(body, grounded, plan.Domain, null, usage.Total);
    }

    private async Task<Failure?> WhyFailedAsync(RunKey run, CancellationToken cancellationToken)
    {
        foreach (var kind in StepsThatEndARun)
        {
            if (await steps.FindAsync(run, new StepKey(kind), cancellationToken) is { State: StepState.Failed, Failure: { } failure })
            {
                return failure;
            }
        }

        return null;
    }

    /// <summary>The first published body stays, so that all submissions and all tries say the same.</summary>
    private async Task<ReadOnlyMemory<byte>> WriteOnceAsync(RunKey run, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        await work.Blobs.CreateAsync(WorkBlobs.Result(run), body, cancellationToken)
            ? body
            : await work.Blobs.ReadAsync(WorkBlobs.Result(run), cancellationToken) ?? body;

    private async Task<GenerationRow?> FinishAsync(RunKey run, Outcome outcome, CancellationToken cancellationToken)
    {
        var isFirst = false;
        var cost = prices.CostOf(outcome.Usage);
        var generation = await runs.ChangeAsync(
            run,
            current =>
            {
                isFirst = current.Status == RunStatus.Running;
                return isFirst ? Finished(current, outcome, cost) : null;
            },
            cancellationToken
        );
        if (isFirst && generation is not null)
        {
            FlowTelemetry.Finished(generation);
            FlowTelemetry.Paid(cost);
        }

        return generation;
    }

    private GenerationRow Finished(GenerationRow generation, Outcome outcome, Cost cost) =>
        generation with
        {
            Status = outcome.Failure is null ? RunStatus.Completed : RunStatus.Failed,
            Failure = outcome.Failure,
            Usage = outcome.Usage,
            Cost = cost,
            FinishedAt = time.GetUtcNow(),
        };

    private sealed record Outcome(ReadOnlyMemory<byte> Body, GroundedWork? Grounded, string? Domain, Failure? Failure, WorkUsage Usage);
}
