using GroundedDocs.Documents;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Serialization;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Pipeline.Pages;

namespace GroundedDocs.Orchestration.Work;

/// <summary>Opens the file; each page is stored and sent on its way as soon as it is rendered.</summary>
internal sealed class SplitWork(IDocumentSplitter splitter, WorkStore work, StepSender sender, Limits limits) : IStepWork
{
    public StepKind Kind => StepKind.Split;

    public async Task<Result<StepProduct>> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        if (!(await work.RequestAsync(context.Run, cancellationToken)).TryGet(out var request, out var gone))
        {
            return gone;
        }

        using var copy = await work.Blobs.FetchAsync(WorkBlobs.Source(context.Run), cancellationToken);
        if (copy is null)
        {
            return WorkStore.Gone();
        }

        var split = await splitter.SplitAsync(
            new SourceDocument(request.DocumentName, copy.Path),
            new PageSelection(request.PageNumbers),
            (page, token) => KeepAsync(context.Run, page, token),
            cancellationToken
        );
        return split.TryGet(out var pageCount, out var failure) ? Check(context.Generation, pageCount) : failure;
    }

    /// <summary>Picture and text layer are stored before the message that refers to them is sent.</summary>
    private async Task KeepAsync(RunKey run, SplitPage page, CancellationToken cancellationToken)
    {
        if (page.PageNumber > limits.Pages)
        {
            return;
        }

        if (page.Image.TryGet(out var image, out var failure))
        {
            var name = image.IsDrawn ? WorkBlobs.PagePicture(run, page.PageNumber) : WorkBlobs.PageFile(run, page.PageNumber);
            await work.Blobs.CreateAsync(name, image.IsDrawn ? image.Jpeg : image.PagePdf, cancellationToken);
        }

        var source = new PageSource(image?.Size, image?.Dpi ?? 0, page.TextLayer, failure) { IsUndrawn = image is { IsDrawn: false } };
        var json = WorkJson.Write(source, WorkJson.Default.PageSource);
        await work.Blobs.CreateAsync(WorkBlobs.PageSource(run, page.PageNumber), json, cancellationToken);
        await sender.SendAsync(new StepMessage(run, new StepKey(StepKind.Read, page.PageNumber)), TimeSpan.Zero, cancellationToken);
    }

    private Result<StepProduct> Check(GenerationRow generation, int pageCount)
    {
        if (pageCount > limits.Pages)
        {
            return new Failure(
                "pages.limit",
                $"The document has {pageCount} pages; at most {limits.Pages} are accepted. Split the file and submit the parts."
            );
        }

        if (new PageSet(pageCount, generation.Pages, limits.BucketPages).Pages.Count == 0)
        {
            return new Failure("pages.selection", $"None of the pages asked for exists: the document has {pageCount}.");
        }

        return new StepProduct(WorkJson.Write(new SplitManifest(pageCount), WorkJson.Default.SplitManifest), pageCount);
    }
}
