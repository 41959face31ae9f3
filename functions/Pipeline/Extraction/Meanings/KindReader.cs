using GroundedDocs.Documents.Schemas;

namespace GroundedDocs.Pipeline.Extraction.Meanings;

/// <summary>Guesses from a field's words, format and type what sort of value it holds.</summary>
internal static class KindReader
{
    private static readonly Dictionary<string, ValueKind> Words = Lexicons.Read<Dictionary<string, ValueKind>>("kinds");

    /// <summary>The kind that type and format alone decide, or null.</summary>
    public static ValueKind? Certain(ScalarSchema schema) =>
        (schema.Type, schema.Format) switch
        {
            (ScalarType.Boolean, _) => ValueKind.Boolean,
            (_, "date" or "date-time") => ValueKind.Date,
            (_, "email" or "idn-email") => ValueKind.Email,
            (_, "uri" or "url" or "iri") => ValueKind.Url,
            _ => null,
        };

    /// <summary>Whether a word says what sort of value stands beside it.</summary>
    public static bool IsKindWord(string piece) => Words.ContainsKey(piece);

    /// <summary>Whether a field is a line of an address, as "city, state and ZIP code" is, and not one of its parts.</summary>
    public static bool IsAddressLine(FieldWords words) => words.Own.Count(IsPlace) > 1;

    /// <summary>The kind that the words suggest; the last telling word of a name decides, as in "due date".</summary>
    public static ValueKind FromWords(FieldWords words, ScalarSchema schema)
    {
        var told = words
            .Own.Reverse()
            .Select(w => Words.TryGetValue(w, out var kind) ? kind : (ValueKind?)null)
            .FirstOrDefault(k => k is not null);
        if (schema.Type is ScalarType.Number or ScalarType.Integer)
        {
            return told is ValueKind.Amount or ValueKind.Percent or ValueKind.Quantity ? told.Value : ValueKind.Number;
        }

        return IsAddressLine(words) ? ValueKind.Text : told ?? ValueKind.Text;
    }

    private static bool IsPlace(string word) =>
        Words.TryGetValue(word, out var kind) && kind is ValueKind.City or ValueKind.State or ValueKind.PostalCode;
}
