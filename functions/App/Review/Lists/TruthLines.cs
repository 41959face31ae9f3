using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GroundedDocs.App.Review.Documents;
using GroundedDocs.Documents.Results;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.App.Review.Lists;

/// <summary>
/// A reviewed document as a line of a data set's <c>docs.jsonl</c>: <c>id</c>, <c>file</c>, <c>domain</c>, <c>schema</c> (or
/// <c>schema_file</c>, where it lies beside), <c>pages</c>, <c>page_sizes</c> and <c>fields</c> of name, value and boxes, with pages from 1
/// and x, y, w, h in 0..1.
/// </summary>
internal sealed class TruthLines(DocumentFlow flow, ReviewStatements statements)
{
    private const int Decimals = 6;
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A line as text, without its end.</summary>
    public static string Text(JsonObject line) => line.ToJsonString(Written);

    /// <summary>The line of a document; null for one that has no result to show.</summary>
    public async Task<JsonObject?> WriteAsync(Submission submission, CancellationToken cancellationToken)
    {
        if (
            submission.Status != SubmissionStatus.Completed
            || !(await flow.DocumentReader.DocumentAsync(submission, cancellationToken)).TryGet(out var document, out _)
        )
        {
            return null;
        }

        var fields = await statements.CurrentAsync(submission, document, cancellationToken);
        var checkedPaths = (await statements.ListAsync(submission, cancellationToken)).Select(each => each.Change.Path).ToHashSet();
        return new JsonObject
        {
            ["id"] = submission.Id,
            ["file"] = submission.DocumentName,
            ["domain"] = submission.Domain,
            ["schema"] = await SchemaAsync(submission, cancellationToken),
            ["pages"] = document.Pages.Count,
            ["page_sizes"] = new JsonArray([.. document.Pages.Select(page => (JsonNode)new JsonArray(page.Size.Width, page.Size.Height))]),
            ["fields"] = new JsonArray([.. fields.Select(field => Write(field, checkedPaths.Contains(field.Path.ToString())))]),
        };
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
