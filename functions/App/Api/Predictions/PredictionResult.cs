using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.App.Api.Predictions;

/// <summary>Answers with a prediction, byte for byte as its run wrote it.</summary>
internal sealed class PredictionResult(Submission submission, int status, SubmissionReader reader) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = await reader.PredictionAsync(submission, httpContext.RequestAborted);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body, httpContext.RequestAborted);
    }
}
