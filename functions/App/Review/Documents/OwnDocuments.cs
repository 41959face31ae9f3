using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Errors;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.App.Review.Documents;

/// <summary>The caller's documents. Another owner's do not exist.</summary>
internal sealed class OwnDocuments(DocumentFlow flow)
{
    /// <summary>Answers about a document of the caller, or 404.</summary>
    public async Task<IResult> WithAsync(HttpContext context, string id, Func<Submission, Task<IResult>> answer) =>
        await flow.Submissions.FindAsync(context.Caller().Owner, id, context.RequestAborted) is { } submission
            ? await answer(submission)
            : NotFound();

    /// <summary>There is no such document, or it is another owner's.</summary>
    public static IResult NotFound() => ApiError.NotFound("There is no such document; it may have been deleted, or the link is wrong.");
}
