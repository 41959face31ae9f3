using GroundedDocs.Documents;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Text;

namespace GroundedDocs.Orchestration.Submissions;

/// <summary>Checks a submission where it enters; later steps may rely on it.</summary>
internal sealed class SubmissionCheck(Stages stages, Limits limits)
{
    /// <summary>The first thing that is wrong, or null.</summary>
    public Failure? Check(SubmissionRequest request, out DocumentSchema? schema)
    {
        schema = null;
        return CheckFile(request) ?? CheckNames(request) ?? CheckPages(request) ?? CheckSchema(request, out schema);
    }

    private Failure? CheckFile(SubmissionRequest request)
    {
        var file = new FileInfo(request.LocalPath);
        if (!file.Exists)
        {
            return new Failure("file.missing", "There is no such file; check the path.");
        }

        return file.Length switch
        {
            0 => new Failure("file.empty", "The file is empty; submit a PDF or a picture."),
            var bytes when bytes > limits.DocumentBytes => new Failure(
                "file.bytes",
                $"The file has {bytes} bytes; at most {limits.DocumentBytes} are accepted. Split it or lower its resolution."
            ),
            _ => null,
        };
    }

    private Failure? CheckNames(SubmissionRequest request)
    {
        if (request.Run.DocumentName.Length > limits.NameCharacters)
        {
            return new Failure(
                "name.length",
                $"The document's name has {request.Run.DocumentName.Length} characters; at most {limits.NameCharacters} are accepted."
            );
        }

        if (request.CallbackUrl is not { } callback)
        {
            return null;
        }

        var isUsable =
            callback.Length <= limits.CallbackUrlCharacters
            && Uri.TryCreate(callback, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);
        return isUsable
            ? null
            : new Failure(
                "callback.url",
                $"The callback_url must be an absolute http or https address of at most {limits.CallbackUrlCharacters} characters."
            );
    }

    /// <summary>A page that cannot exist would be waited for without end.</summary>
    private Failure? CheckPages(SubmissionRequest request) =>
        request.Run.PageNumbers is { } pages
        && (pages.Count == 0 || pages.Count > limits.Pages || pages.Any(page => page < 1 || page > limits.Pages))
            ? new Failure(
                "pages.selection",
                $"The pages asked for must be 1 to {limits.Pages} page numbers from 1 to {limits.Pages} (page_indices count from 0)."
            )
            : null;

    private Failure? CheckSchema(SubmissionRequest request, out DocumentSchema? schema)
    {
        schema = null;
        if (request.Run.SchemaJson is { } json)
        {
            return SchemaParser.Parse(json).TryGet(out schema, out var failure) ? null : failure;
        }

        return request.Run.Domain is { } domain && stages.Domains.All(known => known.Name != domain)
            ? new Failure(
                "domain.unknown",
                $"There is no domain '{Shortened(domain)}'. Known are: {string.Join(", ", stages.Domains.Select(known => known.Name))}. Name one of them, or send a schema."
            )
            : null;
    }

    private static string Shortened(string name) => name.Length <= 60 ? name : CutText.Prefix(name, 60) + "…";
}
