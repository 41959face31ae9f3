using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.App.Api.Predictions;

/// <summary>Answers with a list of predictions, each written as soon as it is read, so that a long list needs no more memory than a short one.</summary>
internal sealed class PredictionListResult(IReadOnlyList<Submission> listed, SubmissionReader reader) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, cancellation) = (httpContext.Response, httpContext.RequestAborted);
        // The first is read before anything is sent, so that storage that does not answer is an error and not half a list.
        var first = listed.Count == 0 ? default : await reader.PredictionAsync(listed[0], cancellation);
        response.ContentType = "application/json; charset=utf-8";
        await response.BodyWriter.WriteAsync("["u8.ToArray(), cancellation);
        await response.BodyWriter.WriteAsync(first, cancellation);
        foreach (var submission in listed.Skip(1))
        {
            await response.BodyWriter.WriteAsync(","u8.ToArray(), cancellation);
            await response.BodyWriter.WriteAsync(await reader.PredictionAsync(submission, cancellation), cancellation);
        }

        await response.BodyWriter.WriteAsync("]"u8.ToArray(), cancellation);
    }
}
