using System.Runtime.CompilerServices;
using System.Text;
using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Errors;
using GroundedDocs.App.Review.Serving;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Submissions;
using GroundedDocs.Orchestration.WorkList;
using Microsoft.AspNetCore.Http.Features;

namespace GroundedDocs.App.Review.Lists;

/// <summary>
/// Gives documents with the values that people left, for evaluation and calibration: as JSON lines, or with the documents themselves as
/// a data set that <c>evaluate</c> runs on. More documents than one export holds are refused rather than left out.
/// </summary>
internal sealed class ExportEndpoints(DocumentFlow flow, TruthLines lines)
{
    private const int PageEntries = 100;

    public void Map(RouteGroupBuilder api)
    {
        Map("export", ReviewLimits.ExportDocuments, Lines);
        Map("export.zip", ReviewLimits.ExportFiles, DataSet);

        void Map(string path, int most, Func<HttpContext, WorkFilter, IResult> answer) =>
            api.MapGet(path, (bool? check, HttpContext context) => ExportAsync(context, check == true, most, answer))
                .RequireCaller(Scope.Read);
    }

    private IResult Lines(HttpContext context, WorkFilter filter) =>
        Results.Stream(
            stream => WriteLinesAsync(context.Caller().Owner, filter, stream, context.RequestAborted),
            "application/x-ndjson",
            "docs.jsonl"
        );

    private IResult DataSet(HttpContext context, WorkFilter filter)
    {
        // The end of each file in the archive, a few bytes, is written synchronously by the library.
        context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return Results.Stream(
            stream => WriteDataSetAsync(context.Caller().Owner, filter, stream, context.RequestAborted),
            "application/zip",
            "dataset.zip"
        );
    }

    /// <param name="context">The request.</param>
    /// <param name="isCheck">Only say whether there would be an answer: a download that fails says nothing.</param>
    /// <param name="most">The most documents.</param>
    /// <param name="answer">Writes the answer.</param>
    private async Task<IResult> ExportAsync(HttpContext context, bool isCheck, int most, Func<HttpContext, WorkFilter, IResult> answer)
    {
        if (!ListQuery.Filter(context.Request.Query).TryGet(out var filter, out var wrong))
        {
            return ApiError.Invalid(wrong.Message);
        }

        // Time cuts a list in the order of time without looking through it.
        filter = filter with
        {
            Order = WorkOrder.Newest,
        };
        if (await flow.WorkList.CountAsync(context.Caller().Owner, filter, most + 1, context.RequestAborted) > most)
        {
            return ApiError.Unprocessable(
                $"These are more than {most} documents, the most that one export holds. Narrow them by state, domain, confidence or age."
            );
        }

        return isCheck ? Results.NoContent() : answer(context, filter);
    }

    private async Task WriteLinesAsync(string owner, WorkFilter filter, Stream stream, CancellationToken cancellationToken)
    {
        await foreach (var submission in SubmissionsAsync(owner, filter, cancellationToken))
        {
            if (await lines.WriteAsync(submission, cancellationToken) is { } line)
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(TruthLines.Text(line) + "\n"), cancellationToken);
            }
        }
    }

    private async Task WriteDataSetAsync(string owner, WorkFilter filter, Stream stream, CancellationToken cancellationToken)
    {
        await using var archive = await DataSetArchive.BeginAsync(flow, stream, cancellationToken);
        await foreach (var submission in SubmissionsAsync(owner, filter, cancellationToken))
        {
            if (await lines.WriteAsync(submission, cancellationToken) is { } line)
            {
                await archive.AddAsync(submission, line, cancellationToken);
            }
        }

        await archive.EndAsync(cancellationToken);
    }

    private async IAsyncEnumerable<Submission> SubmissionsAsync(
        string owner,
        WorkFilter filter,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        string? after = null;
        do
        {
            var page = await flow.WorkList.PageAsync(owner, filter, PageEntries, after, cancellationToken);
            foreach (var entry in page.Entries)
            {
                if (await flow.Submissions.FindAsync(owner, entry.Id, cancellationToken) is { } submission)
                {
                    yield return submission;
                }
            }

            after = page.Next;
        } while (after is not null);
    }
}
