using System.Text.Json.Nodes;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Metering;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Orchestration.InMemory;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Results;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Serialization;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Orchestration.Submissions;
using GroundedDocs.Orchestration.Work;

namespace GroundedDocs.Orchestration.Local;

/// <summary>
/// Runs documents in this process, on in-memory ports: the same orchestration, nothing left behind. Any number of documents may
/// run at the same time; together they never run more steps at once than there are workers.
/// </summary>
/// <param name="stages">The stages.</param>
/// <param name="workers">Steps that run at the same time, at least 1.</param>
/// <param name="limits">The limits.</param>
/// <param name="time">The clock.</param>
/// <param name="randomness">Ids and chance.</param>
public sealed class LocalRun(Stages stages, int workers, Limits limits, TimeProvider time, IRandomness randomness) : IDisposable
{
    private const string Owner = "local";
    private readonly SemaphoreSlim freeWorkers = new(workers);

    /// <summary>What things cost, for the usage of results.</summary>
    public PriceTable Prices { get; init; } = new();

    /// <summary>Runs a document to its end.</summary>
    /// <returns>The result, or why there is none.</returns>
    public async Task<Result<RunResult>> RunAsync(SourceDocument source, RunRequest request, CancellationToken cancellationToken)
    {
        var run = await WorkAsync(source, request, null, cancellationToken);
        if (!run.TryGet(out var done, out var failure))
        {
            return failure;
        }

        var submission = await new SubmissionLedger(done.Tables).FindAsync(Owner, done.Submission.Id, cancellationToken);
        if (submission is not { Status: SubmissionStatus.Completed })
        {
            return submission?.Failure ?? WorkStore.Gone();
        }

        var body = await done.Blobs.ReadAsync(WorkBlobs.Result(submission.Run), cancellationToken);
        var ground = await new WorkStore(done.Blobs).ReadAsync(
            WorkBlobs.StepResult(submission.Run, new StepKey(StepKind.Ground)),
            WorkJson.Default.GroundedWork,
            cancellationToken
        );
        var prediction = JsonNode.Parse(PredictionWriter.Write(submission, body).Span)!.AsObject();
        return new RunResult(prediction, ground.Value.Document, ground.Value.Pages);
    }

    /// <summary>Splits and reads a document, and no more.</summary>
    /// <returns>The layouts of its pages, unreadable ones included, or why it cannot be opened.</returns>
    public async Task<Result<DocumentLayout>> ReadAsync(SourceDocument source, RunRequest request, CancellationToken cancellationToken)
    {
        var read = await WorkAsync(source, request, StepKind.Plan, cancellationToken);
        if (!read.TryGet(out var done, out var failure))
        {
            return failure;
        }

        var run = done.Submission.Run;
        var split = await new StepLedger(done.Tables, limits).FindAsync(run, new StepKey(StepKind.Split), cancellationToken);
        if (split is not { State: StepState.Done })
        {
            return split?.Failure ?? WorkStore.Gone();
        }

        var pages = new PageSet(split.Count, PageSet.Write(request.PageNumbers), limits.BucketPages);
        return new DocumentLayout(await new WorkStore(done.Blobs).LayoutsAsync(run, pages.Pages, cancellationToken));
    }

    /// <inheritdoc/>
    public void Dispose() => freeWorkers.Dispose();

    /// <summary>Delivers messages until none is left; those of the step to stop before are dropped.</summary>
    private async Task<Result<Finished>> WorkAsync(
        SourceDocument source,
        RunRequest request,
        StepKind? stopBefore,
        CancellationToken cancellationToken
    )
    {
        var blobs = new InMemoryBlobStore(time);
        var tables = new InMemoryTableStore();
        var delivery = new LocalDelivery(freeWorkers, time, cancellationToken);
        var flow = new DocumentFlow(
            new FlowParts(new StoragePorts(blobs, tables, delivery), stages, NoWebhooks.Instance, time, randomness, limits, "local")
            {
                Prices = Prices,
            }
        );
        delivery.Handler = (message, token) =>
            message.Step.Kind == stopBefore ? Task.CompletedTask : flow.StepRunner.RunAsync(message, token);
        var named = request with { DocumentName = source.Name };
        var submitted = await flow.SubmissionDesk.SubmitAsync(new SubmissionRequest(Owner, source.LocalPath, named), cancellationToken);
        if (!submitted.TryGet(out var submission, out var failure))
        {
            return failure;
        }

        await delivery.Finished;
        return new Finished(submission, blobs, tables);
    }

    private sealed record Finished(Submission Submission, InMemoryBlobStore Blobs, InMemoryTableStore Tables);
}
