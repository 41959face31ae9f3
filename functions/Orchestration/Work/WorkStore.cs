using System.Text.Json.Serialization.Metadata;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Serialization;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;

namespace GroundedDocs.Orchestration.Work;

/// <summary>Reads and writes the intermediate work of runs.</summary>
internal sealed class WorkStore(IBlobStore blobs)
{
    /// <summary>Blobs read at the same time for one step: enough to hide latency, few enough for a small machine.</summary>
    private const int ReadsAtOnce = 16;

    public IBlobStore Blobs => blobs;

    /// <summary>A stored value, or the failure that it is gone (purged or deleted by hand).</summary>
    public async Task<Result<T>> ReadAsync<T>(BlobName name, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : notnull => await blobs.ReadAsync(name, cancellationToken) is { } bytes ? WorkJson.Read(bytes, type) : Gone();

    public Task<Result<RunRequest>> RequestAsync(RunKey run, CancellationToken cancellationToken) =>
        ReadAsync(WorkBlobs.Request(run), WorkJson.Default.RunRequest, cancellationToken);

    public Task<Result<ExtractionPlan>> PlanAsync(RunKey run, CancellationToken cancellationToken) =>
        ReadAsync(WorkBlobs.StepResult(run, new StepKey(StepKind.Plan)), WorkJson.Default.ExtractionPlan, cancellationToken);

    /// <summary>A page's picture, or the failure that there is none.</summary>
    public async Task<Result<PageImage>> PictureAsync(RunKey run, int page, PageSource source, CancellationToken cancellationToken)
    {
        if (source.Failure is not null)
        {
            return source.Failure;
        }

        var name = source.IsUndrawn ? WorkBlobs.PageFile(run, page) : WorkBlobs.PagePicture(run, page);
        if (source.Size is not { } size || await blobs.ReadAsync(name, cancellationToken) is not { } bytes)
        {
            return Gone();
        }

        return source.IsUndrawn
            ? new PageImage(page, size, source.Dpi, ReadOnlyMemory<byte>.Empty) { PagePdf = bytes }
            : new PageImage(page, size, source.Dpi, bytes);
    }

    /// <summary>The layouts of pages, in the order given; a page that was given up comes as unreadable.</summary>
    public Task<IReadOnlyList<PageLayout>> LayoutsAsync(RunKey run, IReadOnlyList<int> pages, CancellationToken cancellationToken) =>
        EachAsync(pages, page => LayoutAsync(run, page, cancellationToken));

    /// <summary>Applies an operation to every item, a bounded number at once, and keeps the order.</summary>
    public static async Task<IReadOnlyList<TResult>> EachAsync<TItem, TResult>(
        IReadOnlyList<TItem> items,
        Func<TItem, Task<TResult>> operation
    )
    {
        var results = new List<TResult>(items.Count);
        foreach (var chunk in items.Chunk(ReadsAtOnce))
        {
            results.AddRange(await Task.WhenAll(chunk.Select(operation)));
        }

        return results;
    }

    /// <summary>The failure of work that has been deleted under us.</summary>
    public static Failure Gone() =>
        new("storage.gone", "Intermediate work of this document was deleted while it was worked on; submit the document again.");

    private async Task<PageLayout> LayoutAsync(RunKey run, int page, CancellationToken cancellationToken)
    {
        var name = WorkBlobs.StepResult(run, new StepKey(StepKind.Read, page));
        return await blobs.ReadAsync(name, cancellationToken) is { } bytes
            ? WorkJson.Read(bytes, WorkJson.Default.PageLayout)
            : PageLayout.Unreadable(page, new Failure("page.failed", $"Page {page} could not be read."));
    }
}
