using System.Buffers;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Parties;

/// <summary>The parts of an address that is printed on one line: name, street, and what else commas, bullets or bars part.</summary>
internal static class AddressParts
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("•·●∙|,;");

    /// <summary>Whether what stands before a city is more than one part, or a street.</summary>
    public static bool AreSeveral(Run before) =>
        OrganisationWords.IsStreet(before.Text)
        || before.Text.AsSpan().ContainsAny(Separators)
        || before.Text.Contains(" - ", StringComparison.Ordinal);

    /// <summary>The parts of what stands before a city, in order, without the signs between them.</summary>
    public static IReadOnlyList<Run> Of(Run before)
    {
        var parts = new List<Run>();
        var current = new List<Token>();
        foreach (var token in before.Tokens)
        {
            var isSeparator = !token.IsText && (token.Text.Length == 1 || token.Text.AsSpan().ContainsAny(Separators));
            if (!isSeparator)
            {
                current.Add(token);
            }

            if (current.Count > 0 && (isSeparator || token.Text.EndsWith(',') || token.Text.EndsWith(';')))
            {
                parts.Add(new Run(current));
                current = [];
            }
        }

        if (current.Count > 0)
        {
            parts.Add(new Run(current));
        }

        return parts;
    }

    /// <summary>The index of the part that is the street; of the last part where none looks like one.</summary>
    public static int StreetOf(IReadOnlyList<Run> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (OrganisationWords.IsStreet(parts[i].Text) && !OrganisationWords.HasLegalForm(parts[i].Text))
            {
                return i;
            }
        }

        return Math.Max(0, parts.Count - 1);
    }
}
