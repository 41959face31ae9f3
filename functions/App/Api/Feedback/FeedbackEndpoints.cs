using System.Text.Json;
using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Answers;
using GroundedDocs.App.Api.Errors;
using GroundedDocs.App.Api.Reference;
using GroundedDocs.App.Api.Requests;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Corrections;
using GroundedDocs.Orchestration.Results;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.App.Api.Feedback;

/// <summary>Takes what people say about predictions. Where they send a better response, each field that differs is a correction.</summary>
internal sealed class FeedbackEndpoints(DocumentFlow flow, JsonBody bodies)
{
    private const string Unknown = "There is no such prediction.";

    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Feedback");
        foreach (var prefix in new[] { "/feedback", "/experimental/feedback" })
        {
            group
                .MapPost($"{prefix}/submit", (Delegate)SubmitAsync)
                .RequireCaller(Scope.Write)
                .Describes("Say what is wrong with a prediction")
                .Takes<FeedbackRequest>(Examples.Feedback)
                .Answers<FeedbackAnswer>(StatusCodes.Status201Created);
            group
                .MapGet($"{prefix}/{{id}}", ListAsync)
                .RequireCaller(Scope.Read)
                .Describes("List what was said about a prediction, and every corrected field")
                .Answers<FeedbackListAnswer>();
        }
    }

    private async Task<IResult> SubmitAsync(HttpContext context)
    {
        var body = await bodies.ReadAsync(context, ApiJson.Default.FeedbackRequest);
        if (body.Error is not null)
        {
            return body.Error;
        }

        var (said, caller) = (body.Value!, context.Caller());
        if (said.Response is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) })
        {
            return ApiError.Invalid("$.response: an object is expected.");
        }

        if (await FindAsync(context, said.RequestId) is not { } submission)
        {
            return ApiError.NotFound($"$.request_id: {Unknown}");
        }

        var better = said.Response is { ValueKind: JsonValueKind.Object } given ? given : (JsonElement?)null;
        if (better is { } response && await CorrectAsync(context, submission, response) is { } refused)
        {
            return refused;
        }

        var feedback = new Orchestration.Corrections.Feedback("", default, "")
        {
            ResponseJson = better?.GetRawText(),
            Notes = said.Notes,
            IsFlagged = said.Flag == true,
        };
        var kept = await flow.Corrections.AddAsync(caller.Owner, submission.Id, feedback, caller.KeyName, context.RequestAborted);
        return kept.TryGet(out var written, out var failure)
            ? Results.Json(Answer(submission.Id, written), ApiJson.Default.FeedbackAnswer, statusCode: StatusCodes.Status201Created)
            : failure.ToError();
    }

    private async Task<ApiError?> CorrectAsync(HttpContext context, Submission submission, JsonElement response)
    {
        var caller = context.Caller();
        using var prediction = JsonDocument.Parse(await flow.Submissions.PredictionAsync(submission, context.RequestAborted));
        var changes = ResponseDifference.Of(prediction.RootElement.GetProperty("response"), response);
        if (changes.Count == 0)
        {
            return null;
        }

        var corrected = await flow.Corrections.CorrectAsync(
            caller.Owner,
            submission.Id,
            changes,
            caller.KeyName,
            version: null,
            context.RequestAborted
        );
        return corrected.Failure?.ToError("$.response");
    }

    private async Task<IResult> ListAsync(HttpContext context, string id)
    {
        if (await FindAsync(context, id) is not { } submission)
        {
            return ApiError.NotFound(Unknown);
        }

        var owner = context.Caller().Owner;
        var items = flow
            .Corrections.FeedbacksAsync(owner, submission.Id, context.RequestAborted)
            .Select(feedback => Answer(submission.Id, feedback));
        var corrections = flow.Corrections.ListAsync(owner, submission.Id, context.RequestAborted).Select(Answer);
        var answer = new FeedbackListAnswer(
            submission.Id,
            await items.ToListAsync(context.RequestAborted),
            await corrections.ToListAsync(context.RequestAborted)
        );
        return Results.Json(answer, ApiJson.Default.FeedbackListAnswer);
    }

    private async Task<Submission?> FindAsync(HttpContext context, string? id) =>
        RecordId.Read(id) is { } known ? await flow.Submissions.FindAsync(context.Caller().Owner, known, context.RequestAborted) : null;

    private static FeedbackAnswer Answer(string requestId, Orchestration.Corrections.Feedback feedback) =>
        new()
        {
            Id = feedback.Id,
            CreatedAt = Moment.Write(feedback.At),
            RequestId = requestId,
            Response = Parsed(feedback.ResponseJson),
            Notes = feedback.Notes,
            Flag = feedback.IsFlagged,
        };

    private static FeedbackListAnswer.CorrectionAnswer Answer(Correction correction) =>
        new(
            correction.Change.Path,
            Parsed(correction.Change.Before),
            Parsed(correction.Change.After),
            correction.By,
            Moment.Write(correction.At)
        );

    private static JsonElement? Parsed(string? json) => json is null ? null : JsonElement.Parse(json);
}
