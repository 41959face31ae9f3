using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Pages;

namespace GroundedDocs.Adapters.Sandbox;

/// <summary>
/// Splits documents in reader processes. When a reader dies on a page, a fresh one tries the same page once more; when that dies, too,
/// or is killed for its time or memory, the page is handed out as a failure and a fresh reader goes on behind it.
/// </summary>
public sealed class SandboxedDocumentSplitter(ReaderPool pool, PageLimits limits) : IDocumentSplitter
{
    /// <inheritdoc/>
    public async Task<Result<int>> SplitAsync(
        SourceDocument source,
        PageSelection selection,
        Func<SplitPage, CancellationToken, Task> onPage,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(selection);
        if (CheckFile(source) is { } refusal)
        {
            return refusal;
        }

        var progress = new SplitProgress(selection, onPage, pool.Options);
        while (true)
        {
            var request = Request(source) with { FirstPage = progress.NextPage, Pages = selection.PageNumbers };
            if (await RunAsync(request, progress, cancellationToken) is { } result)
            {
                return result;
            }
        }
    }

    /// <inheritdoc/>
    public async Task<Result<PageImage>> RenderRegionAsync(
        SourceDocument source,
        PageRegion region,
        double scale,
        CancellationToken cancellationToken
    )
    {
        if (CheckFile(source) is { } refusal)
        {
            return refusal;
        }

        var reader = await pool.RentAsync(cancellationToken);
        var isFinished = false;
        try
        {
            await reader.SendAsync(Request(source) with { Region = region, Scale = scale }, cancellationToken);
            var (reply, jpeg) = await reader.ReceiveAsync(pool.Options.OpenTimeout + pool.Options.PageTimeout, cancellationToken);
            isFinished = true;
            return reply.ToImage(jpeg);
        }
        catch (ReaderEndedException ended)
        {
            return SplitProgress.Explain(ended.Reason, region.PageNumber, pool.Options);
        }
        finally
        {
            pool.Return(reader, isFinished);
        }
    }

    // One reader's share of the work: the result of the whole call, or null when another reader has to go on.
    private async Task<Result<int>?> RunAsync(ReaderRequest request, SplitProgress progress, CancellationToken cancellationToken)
    {
        var reader = await pool.RentAsync(cancellationToken);
        var isFinished = false;
        try
        {
            await reader.SendAsync(request, cancellationToken);
            var timeout = pool.Options.OpenTimeout;
            while (true)
            {
                var (reply, jpeg) = await reader.ReceiveAsync(timeout, cancellationToken);
                isFinished = reply.Kind is ReaderReplyKind.Done or ReaderReplyKind.Failed;
                if (await progress.AdvanceAsync(reply, jpeg, cancellationToken) is { } result)
                {
                    return result;
                }

                timeout = pool.Options.PageTimeout;
            }
        }
        catch (ReaderEndedException ended)
        {
            return await progress.LosePageAsync(ended.Reason, cancellationToken);
        }
        finally
        {
            pool.Return(reader, isFinished);
        }
    }

    private ReaderRequest Request(SourceDocument source) =>
        new(source.LocalPath, FirstPage: 1, Pages: null, Region: null, Scale: 1, limits, pool.Options.RendererMemoryBytes);

    private Failure? CheckFile(SourceDocument source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var file = new FileInfo(source.LocalPath);
        return file switch
        {
            { Exists: false } => PageFailures.Missing(source.Name),
            { Length: 0 } => PageFailures.Empty(source.Name),
            { Length: var length } when length > limits.MaximumFileBytes => PageFailures.TooLarge(
                source.Name,
                length,
                limits.MaximumFileBytes
            ),
            _ => null,
        };
    }
}
