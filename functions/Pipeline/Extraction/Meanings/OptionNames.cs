using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Meanings;

/// <summary>
/// Gives the options of one question the labels that forms print beside their squares: of <c>paymentCash</c>, <c>paymentCard</c>
/// and <c>paymentCheck</c>, the form prints "Cash", "Card" and "Check".
/// </summary>
internal static class OptionNames
{
    private const double OptionWeight = 0.8;
    private const int MinOptions = 2;

    /// <summary>The fields, options with the label that is left without the words they share.</summary>
    public static IReadOnlyList<FieldMeaning> Shorten(IReadOnlyList<FieldMeaning> fields)
    {
        var names = fields
            .Where(f => f.Kind == ValueKind.Boolean)
            .ToDictionary(
                f => f,
                f => LabelText.Pieces(f.Schema.Name),
                (IEqualityComparer<FieldMeaning>)ReferenceEqualityComparer.Instance
            );
        return [.. fields.Select(f => names.TryGetValue(f, out var name) ? WithOption(f, name, names.Values) : f)];
    }

    private static FieldMeaning WithOption(FieldMeaning field, IReadOnlyList<string> name, IEnumerable<IReadOnlyList<string>> names)
    {
        for (var shared = name.Count - 1; shared > 0; shared--)
        {
            if (names.Count(other => other.Count > shared && other.Take(shared).SequenceEqual(name.Take(shared))) > MinOptions)
            {
                return field with { Labels = [.. field.Labels, new LabelPhrase([.. name.Skip(shared)], OptionWeight)] };
            }
        }

        return field;
    }
}
