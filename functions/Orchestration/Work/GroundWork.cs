using GroundedDocs.Documents;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Orchestration.Results;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Serialization;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Pipeline.Assembly;

namespace GroundedDocs.Orchestration.Work;

/// <summary>Merges all windows and grounds the whole document; may look a second time at regions that hide a value.</summary>
internal sealed class GroundWork(Stages stages, WorkStore work, StepLedger steps, RegionRefinement refinement, Limits limits) : IStepWork
{
    public StepKind Kind => StepKind.Ground;

    public async Task<Result<StepProduct>> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var run = context.Run;
        var stored = await work.PlanAsync(run, cancellationToken);
        if (!stored.TryGet(out var plan, out var failure) || !SchemaParser.Parse(plan.SchemaJson).TryGet(out var schema, out failure))
        {
            return failure;
        }

        var (windows, windowErrors) = await PredictionsAsync(run, plan, cancellationToken);
        if (windows.Count == 0 && windowErrors.Count > 0)
        {
            return new Failure(windowErrors[0].Code, windowErrors[0].Message);
        }

        var (layout, pageErrors) = await PagesAsync(context, cancellationToken);
        if (windows.Count == 0)
        {
            return Recognized(schema, layout, pageErrors);
        }

        var prediction = stages.Merger.Merge(windows, schema, layout);
        var outcome = stages.Grounder.Ground(layout, schema, prediction);
        if (outcome.RegionsToReadAgain.Count > 0)
        {
            outcome = await refinement.RefineAsync(run, layout, schema, prediction, outcome, cancellationToken);
        }

        var grounded = new GroundedWork(
            outcome.Document,
            [.. layout.Pages.Where(page => page.Failure is null).Select(ResultPageOf)],
            [.. pageErrors, .. windowErrors]
        );
        return new StepProduct(WorkJson.Write(grounded, WorkJson.Default.GroundedWork));
    }

    /// <summary>A document that was only to be recognised has pages and no fields.</summary>
    private static StepProduct Recognized(DocumentSchema schema, DocumentLayout layout, IReadOnlyList<ResultError> errors)
    {
        var document = new GroundedDocument([], new Provenance("classifier", "1", schema.Hash));
        var pages = layout.Pages.Where(page => page.Failure is null).Select(ResultPageOf);
        var work = new GroundedWork(document, [.. pages], errors);
        return new StepProduct(WorkJson.Write(work, WorkJson.Default.GroundedWork));
    }

    private static ResultPage ResultPageOf(PageLayout page) =>
        new(page.PageNumber, page.Size, page.AppliedRotationDegrees) { Note = page.Note };

    private async Task<(DocumentLayout Layout, IReadOnlyList<ResultError> Errors)> PagesAsync(
        StepContext context,
        CancellationToken cancellationToken
    )
    {
        var split = await steps.FindAsync(context.Run, new StepKey(StepKind.Split), cancellationToken);
        var pages = new PageSet(split?.Count ?? 0, context.Generation.Pages, limits.BucketPages).Pages;
        var layouts = await work.LayoutsAsync(context.Run, pages, cancellationToken);
        var errors = new List<ResultError>();
        foreach (var page in layouts.Where(layout => layout.Failure is not null))
        {
            errors.Add(await ErrorAsync(context.Run, new StepKey(StepKind.Read, page.PageNumber), page.PageNumber, cancellationToken));
        }

        return (new DocumentLayout(layouts), errors);
    }

    private async Task<(List<WindowPrediction> Windows, List<ResultError> Errors)> PredictionsAsync(
        RunKey run,
        ExtractionPlan plan,
        CancellationToken cancellationToken
    )
    {
        var indexes = Enumerable.Range(1, plan.Count).ToArray();
        var stored = await WorkStore.EachAsync(indexes, index => ReadAsync(run, index, cancellationToken));
        var windows = new List<WindowPrediction>();
        var errors = new List<ResultError>();
        foreach (var index in indexes)
        {
            var pages = plan.Windows[index - 1];
            if (stored[index - 1] is { } prediction)
            {
                windows.Add(new WindowPrediction(pages[0], prediction));
            }
            else
            {
                errors.Add(await ErrorAsync(run, new StepKey(StepKind.Extract, index), pages[0], cancellationToken));
            }
        }

        return (windows, errors);
    }

    private async Task<Prediction?> ReadAsync(RunKey run, int window, CancellationToken cancellationToken)
    {
        var name = WorkBlobs.StepResult(run, new StepKey(StepKind.Extract, window));
        return await work.Blobs.ReadAsync(name, cancellationToken) is { } bytes ? WorkJson.Read(bytes, WorkJson.Default.Prediction) : null;
    }

    private async Task<ResultError> ErrorAsync(RunKey run, StepKey step, int page, CancellationToken cancellationToken)
    {
        var failure = (await steps.FindAsync(run, step, cancellationToken))?.Failure ?? WorkStore.Gone();
        return new ResultError(step.KindName, page, failure.Code, failure.Message);
    }
}
