using GroundedDocs.Documents;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Metering;
using GroundedDocs.Orchestration.Serialization;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.Orchestration.Work;

/// <summary>Turns one page into its layout.</summary>
internal sealed class ReadWork(IPageReader reader, WorkStore work) : IStepWork
{
    public StepKind Kind => StepKind.Read;

    public async Task<Result<StepProduct>> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var page = context.Step.Index;
        var stored = await work.ReadAsync(WorkBlobs.PageSource(context.Run, page), WorkJson.Default.PageSource, cancellationToken);
        if (!stored.TryGet(out var source, out var failure))
        {
            return failure;
        }

        if (!(await work.PictureAsync(context.Run, page, source, cancellationToken)).TryGet(out var picture, out failure))
        {
            return failure;
        }

        var read = await reader.ReadAsync(picture, source.TextLayer, cancellationToken);
        if (!read.TryGet(out var layout, out failure))
        {
            return failure;
        }

        var isRecognized = layout.Words.Any(word => word.Source == WordSource.Recognition);
        UsageMeter.Count(new WorkUsage { Pages = 1, RecognizedPages = isRecognized ? 1 : 0 });
        return new StepProduct(WorkJson.Write(layout, WorkJson.Default.PageLayout));
    }
}
