using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GroundedDocs.App.Review.Documents;
using GroundedDocs.Documents.Results;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.App.Review.Lists;

/// <summary>
/// A reviewed document as a line of a data set's <c>docs.jsonl</c>: <c>id</c>, <c>file</c>, <c>domain</c>, <c>schema</c>,
/// <c>pages</c>, <c>page_sizes</c> and <c>fields</c> of name, value and boxes, with pages from 1 and x, y, w, h in 0..1.
/// </summary>
internal sealed class TruthLines(DocumentFlow flow, ReviewStatements statements)
{
    private const int Decimals = 6;
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line, without its end; null for a document that has no result to show.</summary>
    public async Task<string?> WriteAsync(string owner, string id, CancellationToken cancellationToken)
    {
        if (
            await flow.Submissions.FindAsync(owner, id, cancellationToken) is not { Status: SubmissionStatus.Completed } submission
            || !(await flow.DocumentReader.DocumentAsync(submission, cancellationToken)).TryGet(out var document, out _)
        )
        {
            return null;
        }

        var fields = await statements.CurrentAsync(submission, document, cancellationToken);
        var checkedPaths = (await statements.ListAsync(submission, cancellationToken)).Select(each => each.Change.Path).ToHashSet();
        var line = new JsonObject
        {
            ["id"] = id,
            ["file"] = submission.DocumentName,
            ["domain"] = submission.Domain,
            ["schema"] = await SchemaAsync(submission, cancellationToken),
            ["pages"] = document.Pages.Count,
            ["page_sizes"] = new JsonArray([.. document.Pages.Select(page => (JsonNode)new JsonArray(page.Size.Width, page.Size.Height))]),
            ["fields"] = new JsonArray([.. fields.Select(field => Write(field, checkedPaths.Contains(field.Path.ToString())))]),
        };
        return line.ToJsonString(Written);
    }

    private async Task<JsonNode?> SchemaAsync(Submission submission, CancellationToken cancellationToken) =>
        (await flow.DocumentReader.SchemaAsync(submission, cancellationToken)).TryGet(out var schema, out _)
            ? JsonNode.Parse(schema.Json)
            : null;

    private static JsonNode Write(GroundedField field, bool isChecked) =>
        new JsonObject
        {
            ["name"] = field.Path.ToString(),
            ["value"] = field.Value.ToJsonNode(),
            ["boxes"] = new JsonArray([.. field.Boxes.Select(Write)]),
            ["checked"] = isChecked,
        };

    private static JsonNode Write(GroundedBox box) =>
        new JsonObject
        {
            ["page"] = box.Region.PageNumber,
            ["x"] = Math.Round(box.Region.Box.Left, Decimals),
            ["y"] = Math.Round(box.Region.Box.Top, Decimals),
            ["w"] = Math.Round(box.Region.Box.Width, Decimals),
            ["h"] = Math.Round(box.Region.Box.Height, Decimals),
        };
}
