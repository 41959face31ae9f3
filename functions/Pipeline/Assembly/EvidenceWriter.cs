using System.Text.Json.Nodes;
using GroundedDocs.Documents.Results;

namespace GroundedDocs.Pipeline.Assembly;

/// <summary>Writes why each field is believed: the list beside the response.</summary>
internal static class EvidenceWriter
{
    /// <summary>One entry a field, null fields included, in the document's order.</summary>
    public static JsonArray Write(GroundedDocument document) => new([.. document.Fields.Select(Entry)]);

    private static JsonObject Entry(GroundedField field)
    {
        var entry = new JsonObject
        {
            ["path"] = field.Path.ToString(),
            ["status"] = PublicNames.Of(field.Status),
            ["tier"] = PublicNames.Of(field.Tier),
            ["score"] = MetadataWriter.Round(field.Score),
            ["confidence"] = PublicNames.Of(field.Confidence),
            ["margin"] = MetadataWriter.Round(field.Margin),
            ["candidates"] = field.CandidateCount,
            ["alternatives"] = new JsonArray([.. field.Alternatives.Select(Alternative)]),
        };
        if (field.SharedWith.Count > 0)
        {
            entry["shared_with"] = new JsonArray([.. field.SharedWith.Select(path => JsonValue.Create(path.ToString()))]);
        }

        if (field.Note is not null)
        {
            entry["note"] = field.Note;
        }

        return entry;
    }

    private static JsonObject Alternative(Alternative alternative) =>
        new()
        {
            ["score"] = MetadataWriter.Round(alternative.Score),
            ["source"] = PublicNames.Of(alternative.Source),
            ["bboxes"] = MetadataWriter.WriteBoxes(alternative.Boxes),
        };
}
