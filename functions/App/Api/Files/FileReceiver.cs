using System.Text;
using GroundedDocs.Adapters.Outbound;
using GroundedDocs.App.Api.Errors;
using GroundedDocs.Orchestration;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace GroundedDocs.App.Api.Files;

/// <summary>Receives files, streaming them to this machine's disk; formats are judged by content, names are never paths.</summary>
internal sealed class FileReceiver(Limits limits)
{
    private const int MaxBoundaryCharacters = 200;
    private const int MaxFieldCharacters = 200;

    /// <summary>Parts of a form that are looked at: clients send one or two.</summary>
    private const int MaxParts = 20;

    /// <summary>Bytes that a form may have around its file.</summary>
    private const int FormBytes = 64 * 1024;

    /// <summary>Receives the part <c>file</c> of a multipart form.</summary>
    public async Task<ReceivedFile> ReceiveFormAsync(HttpContext context)
    {
        if (
            !MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        )
        {
            return Refused(ApiError.UnsupportedMedia("Send the file as multipart/form-data with a part named 'file'."));
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (boundary is not { Length: > 0 and <= MaxBoundaryCharacters })
        {
            return Refused(ApiError.Invalid($"The multipart boundary must have 1 to {MaxBoundaryCharacters} characters."));
        }

        Allow(context, limits.DocumentBytes + FormBytes);
        try
        {
            return await ReadAsync(new MultipartReader(boundary, context.Request.Body), context.RequestAborted);
        }
        catch (Exception error) when (error is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return Refused(ApiError.Invalid("The multipart form is damaged or ends too early."));
        }
    }

    /// <summary>Receives a body that is nothing but the file.</summary>
    public async Task<ReceivedFile> ReceiveBodyAsync(HttpContext context)
    {
        Allow(context, limits.DocumentBytes);
        return await KeepAsync(context.Request.Body, "document", null, context.RequestAborted);
    }

    private async Task<ReceivedFile> ReadAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        string? purpose = null;
        for (var part = 0; part < MaxParts && await reader.ReadNextSectionAsync(cancellationToken) is { } section; part++)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                continue;
            }

            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value;
            if (name == "purpose")
            {
                purpose = await TextAsync(section.Body, cancellationToken);
            }
            else if (name == "file")
            {
                return await KeepAsync(section.Body, NameOf(disposition), purpose, cancellationToken);
            }
        }

        return Refused(ApiError.Invalid("The form has no part named 'file'."));
    }

    private async Task<ReceivedFile> KeepAsync(Stream body, string name, string? purpose, CancellationToken cancellationToken)
    {
        var content = new TemporaryFile();
        try
        {
            if (!await BoundedFile.WriteAsync(content.Path, body, limits.DocumentBytes, cancellationToken))
            {
                content.Dispose();
                return Refused(ApiError.TooLarge($"The file is larger than the {limits.DocumentBytes} bytes that are accepted."));
            }

            if (await SourceFormat.CheckAsync(content.Path, cancellationToken) is { } wrong)
            {
                content.Dispose();
                return Refused(wrong.ToError());
            }

            return new ReceivedFile(content, null) { FileName = name, Purpose = purpose };
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    private string NameOf(ContentDispositionHeaderValue disposition)
    {
        var given = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
        return PlainName.Of(given.Value, limits.FileNameCharacters);
    }

    private static async Task<string?> TextAsync(Stream body, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(body, Encoding.UTF8);
        var buffer = new char[MaxFieldCharacters];
        var count = await reader.ReadBlockAsync(buffer, cancellationToken);
        return new string(buffer, 0, count);
    }

    private static void Allow(HttpContext context, long bytes) =>
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = bytes;

    private static ReceivedFile Refused(ApiError error) => new(null, error);
}
