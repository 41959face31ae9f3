using System.Text.Json.Nodes;
using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Errors;
using GroundedDocs.App.Review.Serving;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Text;
using GroundedDocs.Documents.Values;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.App.Review.Documents;

/// <summary>One document: what it is, what was found in it, how far it is, and another try.</summary>
internal sealed class DocumentEndpoints(DocumentFlow flow, OwnDocuments documents, ReviewStatements statements)
{
    public void Map(RouteGroupBuilder api)
    {
        var one = api.MapGroup("documents/{id}").RequireCaller(Scope.Read);
        one.MapGet("", (string id, HttpContext context) => documents.WithAsync(context, id, found => ShowAsync(context, found)));
        one.MapGet(
            "progress",
            (string id, HttpContext context) => documents.WithAsync(context, id, found => ProgressAsync(context, found))
        );
        one.MapGet(
            "result",
            (string id, bool? download, HttpContext context) =>
                documents.WithAsync(context, id, found => ResultAsync(context, found, download == true))
        );
        one.MapGet(
            "pages/{page:int}/text",
            (string id, int page, string? box, string? path, HttpContext context) =>
                documents.WithAsync(context, id, found => TextAsync(context, found, page, box, path))
        );
        api.MapPost(
                "documents/{id}/replay",
                (string id, HttpContext context) => documents.WithAsync(context, id, found => ReplayAsync(context, found))
            )
            .RequireCaller(Scope.Write);
    }

    private async Task<IResult> ShowAsync(HttpContext context, Submission submission)
    {
        var shown = new JsonObject
        {
            ["id"] = submission.Id,
            ["name"] = submission.DocumentName,
            ["domain"] = submission.Domain,
            ["run"] = submission.Run.ToString(),
            ["created_at"] = submission.CreatedAt,
            ["state"] = StateOf(submission),
            ["error"] = DocumentJson.Write(submission.Failure),
            ["can_replay"] = CanReplay(submission),
        };
        if (submission.Status == SubmissionStatus.Completed)
        {
            await AddResultAsync(shown, submission, context);
        }

        return new CachedJson(shown);
    }

    private async Task AddResultAsync(JsonObject shown, Submission submission, HttpContext context)
    {
        var read = await flow.DocumentReader.DocumentAsync(submission, context.RequestAborted);
        if (!read.TryGet(out var document, out var problem))
        {
            shown["problem"] = DocumentJson.Write(problem);
            return;
        }

        var schema = await SchemaAsync(submission, context.RequestAborted);
        shown["pages"] = new JsonArray([.. document.Pages.Select(DocumentJson.Write)]);
        shown["errors"] = new JsonArray([.. document.Errors.Select(DocumentJson.Write)]);
        shown["fields"] = new JsonArray([.. document.Document.Fields.Select(field => DocumentJson.Write(field, schema))]);
        foreach (var (name, statement) in await statements.WriteAsync(submission, context.RequestAborted))
        {
            shown[name] = statement?.DeepClone();
        }
    }

    private async Task<IResult> ProgressAsync(HttpContext context, Submission submission)
    {
        var job = await flow.JobDesk.FindAsync(submission.Run, context.RequestAborted);
        return new CachedJson(ProgressJson.Write(StateOf(submission), job));
    }

    private async Task<IResult> ResultAsync(HttpContext context, Submission submission, bool download)
    {
        var prediction = await flow.Submissions.PredictionAsync(submission, context.RequestAborted);
        return Results.Bytes(prediction, "application/json", download ? FileNames.Of(submission, ".json") : null);
    }

    /// <summary>The words inside a box, and the value that they make for a field.</summary>
    private async Task<IResult> TextAsync(HttpContext context, Submission submission, int page, string? box, string? path)
    {
        if (DrawnBox.Parse(box) is not { } drawn)
        {
            return ApiError.Invalid("'box' must be left,top,width,height as shares of the page.");
        }

        if (!(await flow.DocumentReader.LayoutAsync(submission, page, context.RequestAborted)).TryGet(out var layout, out var gone))
        {
            return ApiError.NotFound(gone.Message);
        }

        var lines = DrawnBox.LinesIn(layout, drawn);
        var printed = string.Join(' ', lines.Select(line => line.Content));
        var schema = await SchemaAsync(submission, context.RequestAborted);
        var field = schema is null || Path(path) is not { } known ? null : SchemaFields.Find(schema, known);
        var locale = DocumentLocale.Infer(new DocumentLayout([layout]));
        // What cannot be of the field's type is offered as it stands, for the person to put right.
        var value = TypedText.Read(printed, field, locale).TryGet(out var typed, out _) ? typed : ScalarValue.FromText(printed);
        return new CachedJson(
            new JsonObject
            {
                ["content"] = printed,
                ["value"] = DocumentJson.Write(value),
                ["boxes"] = DocumentJson.Write(lines),
            }
        );
    }

    private async Task<IResult> ReplayAsync(HttpContext context, Submission submission)
    {
        var started = CanReplay(submission) ? await flow.JobDesk.ReplayAsync(submission.Run, context.RequestAborted) : null;
        return started is null
            ? ApiError.Conflict("There is nothing to repeat: the document is in work, finished, or its file was refused. Upload it again.")
            : Results.NoContent();
    }

    private async Task<DocumentSchema?> SchemaAsync(Submission submission, CancellationToken cancellationToken) =>
        (await flow.DocumentReader.SchemaAsync(submission, cancellationToken)).TryGet(out var schema, out _) ? schema : null;

    private static bool CanReplay(Submission submission) =>
        submission.Status is SubmissionStatus.Failed or SubmissionStatus.Cancelled && submission.Run != Orchestration.Runs.RunKey.None;

    private static string StateOf(Submission submission) =>
        submission.Status switch
        {
            SubmissionStatus.Pending => "working",
            SubmissionStatus.Completed => "open",
            _ => "failed",
        };

    private static FieldPath? Path(string? path)
    {
        try
        {
            return path is null ? null : FieldPath.Parse(path);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
