using GroundedDocs.Documents;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Pages;

namespace GroundedDocs.Adapters.Sandbox;

/// <summary>How far one document has been handed out, over all readers that worked on it.</summary>
internal sealed class SplitProgress(PageSelection selection, Func<SplitPage, CancellationToken, Task> onPage, SandboxOptions options)
{
    private int pageCount;
    private int lostPages;
    private int triedAgain;

    /// <summary>The page to go on with, from 1.</summary>
    public int NextPage { get; private set; } = 1;

    /// <summary>Takes one message in; gives the result when it was the last.</summary>
    public async Task<Result<int>?> AdvanceAsync(ReaderReply reply, byte[] jpeg, CancellationToken cancellationToken)
    {
        switch (reply.Kind)
        {
            case ReaderReplyKind.Opened:
                pageCount = reply.PageCount;
                return null;
            case ReaderReplyKind.Page:
                await HandOutAsync(reply.PageNumber, reply.ToImage(jpeg), reply.TextLayer, cancellationToken);
                return null;
            case ReaderReplyKind.Done:
                return pageCount;
            default:
                return reply.Failure ?? PageFailures.Damaged(FileFormat.Unknown);
        }
    }

    /// <summary>
    /// The reader ended on <see cref="NextPage"/>: hands it out as a failure, a crash only when it is the second one there, as the
    /// first may have been the machine's fault; gives the result when nothing is left to do.
    /// </summary>
    public async Task<Result<int>?> LosePageAsync(ReaderEndReason reason, CancellationToken cancellationToken)
    {
        if (reason == ReaderEndReason.Crashed && triedAgain != NextPage)
        {
            triedAgain = NextPage;
            return null;
        }

        if (pageCount == 0)
        {
            return Explain(reason, null, options);
        }

        lostPages++;
        do
        {
            SkipUnselected();
            if (NextPage > pageCount)
            {
                return pageCount;
            }

            await HandOutAsync(NextPage, Explain(reason, NextPage, options), null, cancellationToken);
        } while (lostPages >= options.MaximumLostPages);

        return null;
    }

    /// <summary>Says in a sentence why a reader ended.</summary>
    public static Failure Explain(ReaderEndReason reason, int? pageNumber, SandboxOptions options) =>
        (reason, pageNumber) switch
        {
            (ReaderEndReason.TimedOut, { } page) => PageFailures.PageTimeout(page, options.PageTimeout),
            (ReaderEndReason.TimedOut, null) => PageFailures.FileTimeout(options.OpenTimeout),
            (ReaderEndReason.OutOfMemory, _) => PageFailures.OutOfMemory(pageNumber, options.MemoryBytes),
            (_, { } page) => PageFailures.DamagedPage(page),
            _ => PageFailures.Damaged(FileFormat.Unknown),
        };

    private async Task HandOutAsync(int pageNumber, Result<PageImage> image, TextLayer? textLayer, CancellationToken cancellationToken)
    {
        NextPage = pageNumber + 1;
        await onPage(new SplitPage(pageNumber, image, textLayer ?? TextLayer.Empty), cancellationToken);
    }

    private void SkipUnselected()
    {
        while (NextPage <= pageCount && !selection.Contains(NextPage))
        {
            NextPage++;
        }
    }
}
