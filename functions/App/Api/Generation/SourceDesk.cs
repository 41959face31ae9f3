using GroundedDocs.Adapters.Imaging;
using GroundedDocs.Adapters.Outbound;
using GroundedDocs.App.Api.Errors;
using GroundedDocs.App.Api.Files;
using GroundedDocs.App.Api.Limiting;
using GroundedDocs.App.Api.Requests;
using GroundedDocs.Documents;
using GroundedDocs.Orchestration;
using GroundedDocs.Pipeline.Pages;

namespace GroundedDocs.App.Api.Generation;

/// <summary>Brings the bytes of a document to this machine's disk, wherever they are.</summary>
internal sealed class SourceDesk(DocumentFlow flow, OutboundFetcher fetcher, Orchestration.Limits flowLimits, ApiOptions limits)
{
    /// <summary>What a request says about its document.</summary>
    public WantedSource Of(DocumentRequest body) =>
        (body.FileId, body.Url) switch
        {
            (null, null) => Wrong("$: one of file_id and url is expected; neither is there."),
            (not null, not null) => Wrong("$: one of file_id and url is expected; both are there."),
            (null, { } url) => CheckPart("$.url", url) ?? new WantedSource { Parts = [url] },
            ({ } id, null) => RecordId.Read(id) is { } known
                ? new WantedSource { FileId = known }
                : new WantedSource { Error = ApiError.NotFound("$.file_id: there is no such file.") },
        };

    /// <summary>What a request says about its pictures.</summary>
    public WantedSource Of(ImageRequest body)
    {
        if (body.Images is not { Count: > 0 } images || images.Count > limits.Images)
        {
            return Wrong($"$.images: 1 to {limits.Images} pictures are expected (Api__Images).");
        }

        var wrong = images
            .Index()
            .Select(image =>
                image.Item is null
                    ? Wrong($"$.images[{image.Index}]: an address or a data URI is expected.")
                    : CheckPart($"$.images[{image.Index}]", image.Item)
            )
            .FirstOrDefault(error => error is not null);
        return wrong ?? new WantedSource { Parts = images, ArePictures = true };
    }

    /// <summary>The document as a file of this machine, which the caller disposes of; or why there is none.</summary>
    public async Task<ReceivedFile> BringAsync(string owner, WantedSource source, CancellationToken cancellationToken)
    {
        if (source.FileId is { } id)
        {
            return await BringUploadedAsync(owner, id, cancellationToken);
        }

        var parts = new List<TemporaryFile>();
        try
        {
            var name = "document";
            foreach (var (index, part) in source.Parts.Index())
            {
                var path = source.ArePictures ? $"$.images[{index}]" : "$.url";
                var file = new TemporaryFile();
                parts.Add(file);
                if (await WriteAsync(part, file, cancellationToken) is { } failure)
                {
                    return new ReceivedFile(null, failure.ToError(path));
                }

                if (await CheckAsync(file.Path, source.ArePictures, cancellationToken) is { } wrong)
                {
                    return new ReceivedFile(null, wrong.ToError(path));
                }

                name = part.Url is { } url ? PlainName.Of(Uri.UnescapeDataString(url.AbsolutePath), flowLimits.FileNameCharacters) : name;
            }

            return new ReceivedFile(await JoinAsync(parts, source.ArePictures, cancellationToken), null) { FileName = name };
        }
        finally
        {
            parts.ForEach(part => part.Dispose());
        }
    }

    private async Task<ReceivedFile> BringUploadedAsync(string owner, string id, CancellationToken cancellationToken)
    {
        if (await flow.Files.FindAsync(owner, id, cancellationToken) is not { } file)
        {
            return new ReceivedFile(null, ApiError.NotFound("$.file_id: there is no such file."));
        }

        var fetched = await flow.Files.FetchAsync(file, cancellationToken);
        if (!fetched.TryGet(out var copy, out var failure))
        {
            return new ReceivedFile(null, failure.ToError("$.file_id"));
        }

        return new ReceivedFile(new TemporaryFile(copy), null) { FileName = file.FileName };
    }

    private async Task<Failure?> WriteAsync(SourceReference part, TemporaryFile file, CancellationToken cancellationToken)
    {
        if (part.Content is { } bytes)
        {
            await File.WriteAllBytesAsync(file.Path, bytes, cancellationToken);
            return null;
        }

        return await fetcher.FetchAsync(part.Url!, file.Path, cancellationToken);
    }

    private static Task<Failure?> CheckAsync(string path, bool isPicture, CancellationToken cancellationToken) =>
        isPicture ? SourceFormat.CheckPictureAsync(path, cancellationToken) : SourceFormat.CheckAsync(path, cancellationToken);

    /// <summary>Several pictures become one file, a page each; so does a TIFF, of which only the first page counts here.</summary>
    private static async Task<TemporaryFile> JoinAsync(List<TemporaryFile> parts, bool arePictures, CancellationToken cancellationToken)
    {
        var isPlain =
            parts.Count == 1 && !(arePictures && await SourceFormat.DetectAsync(parts[0].Path, cancellationToken) == FileFormat.Tiff);
        if (isPlain)
        {
            var only = parts[0];
            parts.Clear();
            return only;
        }

        var joined = new TemporaryFile();
        await PictureBundle.WriteAsync(joined.Path, [.. parts.Select(part => part.Path)], cancellationToken);
        return joined;
    }

    private WantedSource? CheckPart(string path, SourceReference part)
    {
        if (part.Content?.Length > limits.DataUriBytes)
        {
            return new WantedSource
            {
                Error = ApiError.TooLarge(
                    $"{path}: the data URI holds {part.Content.Length} bytes; at most {limits.DataUriBytes} are accepted (Api__DataUriBytes)."
                ),
            };
        }

        return part.Url is { } url && !fetcher.Options.Allows(url) ? Wrong($"{path}: {fetcher.Options.Expected} is expected.") : null;
    }

    private static WantedSource Wrong(string message) => new() { Error = ApiError.Invalid(message) };
}
