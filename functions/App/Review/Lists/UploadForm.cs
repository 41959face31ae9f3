using System.Text;
using GroundedDocs.App.Review.Serving;
using GroundedDocs.Documents;
using GroundedDocs.Orchestration.Runs;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace GroundedDocs.App.Review.Lists;

/// <summary>Reads an upload: a form (multipart/form-data) with <c>domain</c> or <c>schema</c>, and <c>file</c> as its last part.</summary>
internal static class UploadForm
{
    private const int MaxBoundaryCharacters = 100;
    private const string DefaultName = "document";

    /// <summary>The boundary of the form's parts; null when the request is no form.</summary>
    public static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= MaxBoundaryCharacters } boundary
            ? boundary
            : null;

    /// <summary>Reads the form up to its file, which goes to disk; nothing after the file is looked at.</summary>
    /// <returns>What to do with the file, or what is wrong with the form.</returns>
    public static async Task<Result<RunRequest>> ReceiveAsync(MultipartReader form, string path, CancellationToken cancellationToken)
    {
        var request = new RunRequest();
        while (await form.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
            {
                continue;
            }

            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value;
            if (name == "file")
            {
                await using var file = File.Create(path);
                await part.Body.CopyToAsync(file, cancellationToken);
                return request with { DocumentName = NameOf(disposition) };
            }

            if (await BoundedContent.ReadAsync(part.Body, ReviewLimits.FormFieldBytes, cancellationToken) is not { } content)
            {
                return new Failure("form.bytes", $"A part of the form is longer than {ReviewLimits.FormFieldBytes} bytes.");
            }

            var text = Encoding.UTF8.GetString(content);
            request = name switch
            {
                "domain" when text.Length > 0 => request with { Domain = text },
                "schema" when text.Length > 0 => request with { SchemaJson = text },
                _ => request,
            };
        }

        return new Failure("form.file", "The form has no part 'file' with the document.");
    }

    private static string NameOf(ContentDispositionHeaderValue disposition)
    {
        var given = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        var name = Path.GetFileName((HeaderUtilities.RemoveQuotes(given).Value ?? "").Replace('\\', '/'));
        return name.Length > 0 ? name : DefaultName;
    }
}
