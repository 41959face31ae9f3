using System.Text;
using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Errors;
using GroundedDocs.App.Review.Serving;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.WorkList;

namespace GroundedDocs.App.Review.Lists;

/// <summary>Gives documents with the values that people left, as JSON lines that evaluation and calibration read.</summary>
internal sealed class ExportEndpoints(DocumentFlow flow, TruthLines lines)
{
    private const int PageEntries = 100;

    public void Map(RouteGroupBuilder api) => api.MapGet("export", Export).RequireCaller(Scope.Read);

    private IResult Export(HttpContext context)
    {
        if (!ListQuery.Filter(context.Request.Query).TryGet(out var filter, out var wrong))
        {
            return ApiError.Invalid(wrong.Message);
        }

        return Results.Stream(
            stream => WriteAsync(context.Caller().Owner, filter, stream, context.RequestAborted),
            "application/x-ndjson",
            "docs.jsonl"
        );
    }

    private async Task WriteAsync(string owner, WorkFilter filter, Stream stream, CancellationToken cancellationToken)
    {
        var written = 0;
        string? after = null;
        do
        {
            var page = await flow.WorkList.PageAsync(owner, filter, PageEntries, after, cancellationToken);
            foreach (var entry in page.Entries)
            {
                if (await lines.WriteAsync(owner, entry.Id, cancellationToken) is { } line)
                {
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancellationToken);
                }
            }

            written += page.Entries.Count;
            after = page.Next;
        } while (after is not null && written < ReviewLimits.ExportDocuments);
    }
}
