using System.Text.Json.Nodes;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Values;
using GroundedDocs.Orchestration.Results;
using GroundedDocs.Pipeline.Assembly;

namespace GroundedDocs.App.Review.Documents;

/// <summary>
/// Documents as the page reads them. Boxes are <c>{page, box: [left, top, width, height], content}</c> with pages from 1 and
/// shares of the upright page; values are <c>{kind, text}</c>, so that numbers keep their digits.
/// </summary>
internal static class DocumentJson
{
    private const int Decimals = 5;

    /// <summary>A value.</summary>
    public static JsonObject Write(ScalarValue value) =>
        new() { ["kind"] = value.Kind.ToString().ToLowerInvariant(), ["text"] = value.Text };

    /// <summary>A failure, or null.</summary>
    public static JsonObject? Write(Failure? failure) =>
        failure is null ? null : new JsonObject { ["code"] = failure.Code, ["message"] = failure.Message };

    /// <summary>Boxes.</summary>
    public static JsonArray Write(IEnumerable<GroundedBox> boxes) =>
        new([
            .. boxes.Select(box =>
                (JsonNode)
                    new JsonObject
                    {
                        ["page"] = box.Region.PageNumber,
                        ["box"] = new JsonArray(
                            Math.Round(box.Region.Box.Left, Decimals),
                            Math.Round(box.Region.Box.Top, Decimals),
                            Math.Round(box.Region.Box.Width, Decimals),
                            Math.Round(box.Region.Box.Height, Decimals)
                        ),
                        ["content"] = box.Content,
                    }
            ),
        ]);

    /// <summary>A page.</summary>
    public static JsonObject Write(ResultPage page) =>
        new()
        {
            ["number"] = page.Number,
            ["width"] = page.Size.Width,
            ["height"] = page.Size.Height,
        };

    /// <summary>A part that could not be worked on.</summary>
    public static JsonObject Write(ResultError error) =>
        new()
        {
            ["step"] = error.Step,
            ["page"] = error.Page,
            ["code"] = error.Code,
            ["message"] = error.Message,
        };

    /// <summary>A field as it was predicted, with its evidence.</summary>
    /// <param name="field">The field.</param>
    /// <param name="schema">The document's schema, which knows the type of fields without a value; null when it cannot be read.</param>
    public static JsonObject Write(GroundedField field, DocumentSchema? schema) =>
        new()
        {
            ["path"] = field.Path.ToString(),
            ["segments"] = new JsonArray([.. field.Path.Segments.Select(SegmentOf)]),
            ["kind"] = KindOf(field, schema),
            ["value"] = Write(field.Value),
            ["status"] = PublicNames.Of(field.Status),
            ["tier"] = PublicNames.Of(field.Tier),
            ["confidence"] = PublicNames.Of(field.Confidence),
            ["score"] = Math.Round(field.Score, 4),
            ["margin"] = Math.Round(field.Margin, 4),
            ["candidates"] = field.CandidateCount,
            ["boxes"] = Write(field.Boxes),
            ["alternatives"] = new JsonArray([.. field.Alternatives.Select(Write)]),
            ["shared_with"] = new JsonArray([.. field.SharedWith.Select(path => (JsonNode)path.ToString())]),
            ["note"] = field.Note,
        };

    private static JsonNode Write(Alternative alternative) =>
        new JsonObject
        {
            ["score"] = Math.Round(alternative.Score, 4),
            ["source"] = PublicNames.Of(alternative.Source),
            ["boxes"] = Write(alternative.Boxes),
        };

    private static JsonNode SegmentOf(FieldPathSegment segment) => segment.IsIndex ? segment.Index : segment.Name!;

    private static string KindOf(GroundedField field, DocumentSchema? schema) =>
        (schema is null ? null : SchemaFields.Find(schema, field.Path))?.Type switch
        {
            ScalarType.Number or ScalarType.Integer => "number",
            ScalarType.Boolean => "boolean",
            ScalarType.Text => "text",
            _ => field.Value.Kind.ToString().ToLowerInvariant(),
        };
}
