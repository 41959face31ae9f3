using System.Diagnostics;
using System.Threading.Channels;
using GroundedDocs.Adapters.Imaging;
using GroundedDocs.Adapters.Pdf;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Pages;

namespace GroundedDocs.Adapters.Sandbox;

/// <summary>The reader process itself: answers requests on its standard input until that ends.</summary>
public static class ReaderHost
{
    /// <summary>Serves until the parent closes the pipe. What goes wrong with a file is an answer, not an end.</summary>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync()
    {
        var channel = new FrameChannel(Console.OpenStandardInput(), Console.OpenStandardOutput());
        // Whatever a library prints must not end up between two frames.
        Console.SetOut(TextWriter.Null);
        var requests = Channel.CreateBounded<ReaderRequest>(1);
        _ = Task.Run(() => ListenAsync(channel, requests.Writer));
        PdfTextReader.Prepare();
        VipsPicture.Prepare();
        await foreach (var request in requests.Reader.ReadAllAsync())
        {
            await AnswerAsync(channel, request);
        }

        return 0;
    }

    // Listening goes on while a file is worked on: when the parent is gone, so are we and the renderer that we started.
    private static async Task ListenAsync(FrameChannel channel, ChannelWriter<ReaderRequest> requests)
    {
        try
        {
            while (true)
            {
                var (request, _) = await channel.ReadAsync(SandboxJson.Default.ReaderRequest, CancellationToken.None);
                await requests.WriteAsync(request);
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            // At once and without a word: the parser may be in the middle of anything.
            PopplerTool.EndAll();
            using var self = Process.GetCurrentProcess();
            self.Kill();
        }
    }

    private static async Task AnswerAsync(FrameChannel channel, ReaderRequest request)
    {
        // The format's parser may throw anything on a hostile file; that is a damaged file, and the process stays sound.
        try
        {
            if (!FileOpener.Open(request).TryGet(out var file, out var failure))
            {
                await SendAsync(channel, new ReaderReply(ReaderReplyKind.Failed, Failure: failure));
                return;
            }

            using (file)
            {
                await AnswerAsync(channel, request, file);
            }
        }
        catch (Exception exception) when (exception is not (IOException or OutOfMemoryException))
        {
            await SendAsync(channel, new ReaderReply(ReaderReplyKind.Failed, Failure: PageFailures.Damaged(FileFormat.Unknown)));
        }
    }

    private static async Task AnswerAsync(FrameChannel channel, ReaderRequest request, IOpenedFile file)
    {
        if (request.Region is { } region)
        {
            await SendAsync(channel, ReadRegion(file, region, request.Scale));
            return;
        }

        await SendAsync(channel, new ReaderReply(ReaderReplyKind.Opened, PageCount: file.PageCount));
        var wanted = request.Pages ?? [.. Enumerable.Range(1, file.PageCount)];
        foreach (var page in file.ReadPages([.. wanted.Where(number => number >= request.FirstPage && number <= file.PageCount)]))
        {
            await SendAsync(channel, page);
        }

        await SendAsync(channel, new ReaderReply(ReaderReplyKind.Done));
    }

    private static SplitPage ReadRegion(IOpenedFile file, PageRegion region, double scale) =>
        region.PageNumber >= 1 && region.PageNumber <= file.PageCount
            ? new SplitPage(region.PageNumber, file.ReadRegion(region, scale), TextLayer.Empty)
            : new SplitPage(region.PageNumber, PageFailures.NoSuchPage(region.PageNumber, file.PageCount), TextLayer.Empty);

    private static Task SendAsync(FrameChannel channel, SplitPage page) =>
        page.Image.TryGet(out var image, out var failure)
            ? SendAsync(
                channel,
                new ReaderReply(ReaderReplyKind.Page, 0, page.PageNumber, image.Size, image.Dpi, page.TextLayer)
                {
                    IsUndrawn = !image.IsDrawn,
                },
                image.IsDrawn ? image.Jpeg : image.PagePdf
            )
            : SendAsync(channel, new ReaderReply(ReaderReplyKind.Page, 0, page.PageNumber, Failure: failure));

    private static Task SendAsync(FrameChannel channel, ReaderReply reply, ReadOnlyMemory<byte> payload = default) =>
        channel.WriteAsync(reply, SandboxJson.Default.ReaderReply, payload, CancellationToken.None);
}
