using GroundedDocs.Documents;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Serialization;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Pipeline.Extraction;

namespace GroundedDocs.Orchestration.Work;

/// <summary>Extracts one window of pages.</summary>
internal sealed class ExtractWork(IExtractor extractor, WorkStore work) : IStepWork
{
    public StepKind Kind => StepKind.Extract;

    public async Task<Result<StepProduct>> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var stored = await work.PlanAsync(context.Run, cancellationToken);
        if (!stored.TryGet(out var plan, out var failure) || !SchemaParser.Parse(plan.SchemaJson).TryGet(out var schema, out failure))
        {
            return failure;
        }

        if (!(await work.RequestAsync(context.Run, cancellationToken)).TryGet(out var request, out failure))
        {
            return failure;
        }

        var pages = plan.Windows[context.Step.Index - 1];
        var layouts = await work.LayoutsAsync(context.Run, pages, cancellationToken);
        var window = new ExtractionWindow(layouts, [.. pages.Select(page => PictureOf(context.Run, page))])
        {
            Detail = DetailOf(request.Detail),
        };
        var extracted = await extractor.ExtractAsync(window, schema, cancellationToken);
        return extracted.TryGet(out var prediction, out failure)
            ? new StepProduct(WorkJson.Write(prediction, WorkJson.Default.Prediction))
            : failure;
    }

    private Func<CancellationToken, Task<PageImage>> PictureOf(RunKey run, int page) =>
        async cancellationToken =>
        {
            var stored = await work.ReadAsync(WorkBlobs.PageSource(run, page), WorkJson.Default.PageSource, cancellationToken);
            return stored.TryGet(out var source, out var failure)
                ? (await work.PictureAsync(run, page, source, cancellationToken)).Value
                : throw new InvalidOperationException(failure.Message);
        };

    private static ImageDetail DetailOf(string detail) =>
        detail switch
        {
            "lo" => ImageDetail.Low,
            "hi" => ImageDetail.High,
            _ => ImageDetail.Auto,
        };
}
