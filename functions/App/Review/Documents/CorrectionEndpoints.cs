using System.Text.Json;
using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Errors;
using GroundedDocs.App.Review.Serving;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Text;
using GroundedDocs.Documents.Values;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Corrections;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.App.Review.Documents;

/// <summary>
/// Corrections and approval. Each names the version of the review that its maker saw, so that of two reviewers nobody overwrites
/// what the other has not seen; the prediction itself never changes.
/// </summary>
internal sealed class CorrectionEndpoints(DocumentFlow flow, OwnDocuments documents, ReviewStatements statements)
{
    public void Map(RouteGroupBuilder api)
    {
        api.MapGet(
                "documents/{id}/review",
                (string id, HttpContext context) => documents.WithAsync(context, id, found => StateAsync(context, found))
            )
            .RequireCaller(Scope.Read);
        var one = api.MapGroup("documents/{id}").RequireCaller(Scope.Write);
        one.MapPost(
            "corrections",
            (string id, HttpContext context) => documents.WithAsync(context, id, found => CorrectAsync(context, found))
        );
        one.MapPost(
            "approve",
            (string id, HttpContext context) => documents.WithAsync(context, id, found => SetAsync(context, found, ReviewStatus.Approved))
        );
        one.MapPost(
            "reopen",
            (string id, HttpContext context) => documents.WithAsync(context, id, found => SetAsync(context, found, ReviewStatus.Open))
        );
    }

    private async Task<IResult> StateAsync(HttpContext context, Submission submission) =>
        new CachedJson(await statements.WriteAsync(submission, context.RequestAborted));

    private async Task<IResult> CorrectAsync(HttpContext context, Submission submission)
    {
        if (!(await RequestBody.ReadAsync(context)).TryGet(out var body, out var unreadable))
        {
            return ApiError.Invalid(unreadable.Message);
        }

        using (body)
        {
            if (!CorrectionRequest.Read(body.RootElement).TryGet(out var request, out var malformed))
            {
                return ApiError.Invalid(malformed.Message);
            }

            if (!(await ChangeAsync(context, submission, request)).TryGet(out var change, out var refused))
            {
                return ApiError.Unprocessable(refused.Message);
            }

            var caller = context.Caller();
            var kept = await flow.Corrections.CorrectAsync(
                caller.Owner,
                submission.Id,
                [change],
                caller.KeyName,
                request.Version,
                context.RequestAborted
            );
            return await AnswerAsync(context, submission, kept.Failure);
        }
    }

    /// <summary>The change as it is kept: with the value that the field has now, in the type that the schema wants.</summary>
    private async Task<Result<FieldChange>> ChangeAsync(HttpContext context, Submission submission, CorrectionRequest request)
    {
        var read = await flow.DocumentReader.DocumentAsync(submission, context.RequestAborted);
        if (!read.TryGet(out var document, out var problem))
        {
            return problem;
        }

        var fields = await statements.CurrentAsync(submission, document, context.RequestAborted);
        if (fields.FirstOrDefault(field => field.Path.ToString() == request.Path) is not { } current)
        {
            return new Failure("correction.path", "The document has no such field.");
        }

        var value = request.Text is null ? ScalarValue.Null : await TypedAsync(context, submission, current, request.Text);
        return value.TryGet(out var after, out var wrong)
            ? new FieldChange(request.Path, Json(current.Value), Json(after)) { Boxes = after.IsNull ? [] : request.Boxes }
            : wrong;
    }

    /// <summary>A value that was only accepted stays as it is, even if the schema would not let anybody type it.</summary>
    private async Task<Result<ScalarValue>> TypedAsync(HttpContext context, Submission submission, GroundedField current, string text)
    {
        if (!current.Value.IsNull && text == current.Value.Text)
        {
            return current.Value;
        }

        var schema = await flow.DocumentReader.SchemaAsync(submission, context.RequestAborted);
        var field = schema.TryGet(out var known, out _) ? SchemaFields.Find(known, current.Path) : null;
        return TypedText.Read(text, field, DocumentLocale.Unknown);
    }

    private async Task<IResult> SetAsync(HttpContext context, Submission submission, ReviewStatus status)
    {
        if (!(await RequestBody.ReadAsync(context)).TryGet(out var body, out var unreadable))
        {
            return ApiError.Invalid(unreadable.Message);
        }

        using (body)
        {
            var version = body.RootElement.TryGetProperty("version", out var named) ? named.GetString() : null;
            var caller = context.Caller();
            var kept = await flow.Corrections.SetStatusAsync(
                caller.Owner,
                submission.Id,
                status,
                caller.KeyName,
                version,
                context.RequestAborted
            );
            return await AnswerAsync(context, submission, kept.Failure);
        }
    }

    private async Task<IResult> AnswerAsync(HttpContext context, Submission submission, Failure? refusal) =>
        refusal?.Code switch
        {
            null => await StateAsync(context, submission),
            CorrectionDesk.Unknown => OwnDocuments.NotFound(),
            CorrectionDesk.ChangedMeanwhile => ApiError.Conflict(refusal.Message),
            _ => ApiError.Unprocessable(refusal.Message),
        };

    private static string Json(ScalarValue value) => value.ToJsonNode()?.ToJsonString(Written) ?? "null";

    private static readonly JsonSerializerOptions Written = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
