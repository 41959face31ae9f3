using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Answers;
using GroundedDocs.App.Api.Errors;
using GroundedDocs.App.Api.Limiting;
using GroundedDocs.App.Api.Reference;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.App.Api.Predictions;

/// <summary>Lists and shows predictions. Another owner's prediction does not exist.</summary>
internal sealed class PredictionEndpoints(DocumentFlow flow, ApiOptions limits)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var predictions = routes.MapGroup("/predictions").RequireCaller(Scope.Read).WithTags("Predictions");
        predictions.MapGet("", ListAsync).Describes("List predictions, newest first").Answers<IReadOnlyList<PredictionAnswer>>();
        predictions.MapGet("/{id}", ShowAsync).Describes("Show a prediction").Answers<PredictionAnswer>();
    }

    private async Task<IResult> ListAsync(HttpContext context, int? skip, int? limit)
    {
        var (part, error) = Paging.Read(skip, limit, limits);
        if (error is not null)
        {
            return error;
        }

        var owner = context.Caller().Owner;
        var listed = await flow.WorkList.NewestIdsAsync(owner, part.Skip, part.Limit, context.RequestAborted);
        var found = new List<Submission>(listed.Count);
        foreach (var id in listed)
        {
            if (await flow.Submissions.FindAsync(owner, id, context.RequestAborted) is { } submission)
            {
                found.Add(submission);
            }
        }

        return new PredictionListResult(found, flow.Submissions);
    }

    private async Task<IResult> ShowAsync(HttpContext context, string id)
    {
        var submission = RecordId.Read(id) is { } known
            ? await flow.Submissions.FindAsync(context.Caller().Owner, known, context.RequestAborted)
            : null;
        return submission is null
            ? ApiError.NotFound("There is no such prediction.")
            : new PredictionResult(submission, StatusCodes.Status200OK, flow.Submissions);
    }
}
