using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Meanings;

/// <summary>The words a schema uses for a field.</summary>
/// <param name="Own">Words of the field's own name, a trailing counter removed.</param>
/// <param name="WithParents">Words of all names from the root.</param>
/// <param name="Description">Words of its description; empty without one.</param>
internal sealed record FieldWords(IReadOnlyList<string> Own, IReadOnlyList<string> WithParents, IReadOnlyList<string> Description)
{
    // Only long names are cut short when they are made from a printed label.
    private const int MinCutNameLength = 16;

    /// <summary>Reads them from a leaf and the names above it.</summary>
    public static FieldWords Of(ScalarSchema schema, IReadOnlyList<string> parents)
    {
        var own = LabelText.Pieces(schema.Name).ToList();
        if (own.Count > 1 && own[^1].All(char.IsDigit))
        {
            own.RemoveAt(own.Count - 1);
        }

        return new FieldWords(
            own,
            [.. parents.SelectMany(LabelText.Pieces), .. own],
            schema.Description is null ? [] : LabelText.Pieces(schema.Description)
        );
    }

    /// <summary>Whether the description is what the document prints: the name was made from it.</summary>
    public static bool IsVerbatim(ScalarSchema schema)
    {
        var (name, description) = (TextFold.Squeeze(schema.Name), TextFold.Squeeze(schema.Description ?? ""));
        var plain = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return name.Length > 0
            && (
                name == description
                || (plain == description)
                || (plain.Length >= MinCutNameLength && description.StartsWith(plain, StringComparison.Ordinal))
            );
    }
}
