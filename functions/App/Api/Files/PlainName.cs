using System.Globalization;
using GroundedDocs.Documents.Text;

namespace GroundedDocs.App.Api.Files;

/// <summary>Names of documents as people see them. They are labels: no folder, no control characters, never part of a path.</summary>
internal static class PlainName
{
    private const string Unnamed = "document";

    /// <summary>The last part of what a caller calls a file, cut to a length.</summary>
    public static string Of(string? given, int maxCharacters)
    {
        var last = (given ?? "").Split('/', '\\')[^1];
        var plain = string.Concat(last.EnumerateRunes().Where(IsPlain).Select(rune => rune.ToString())).Trim();
        return plain.All(c => c == '.') ? Unnamed : CutText.Prefix(plain, maxCharacters);
    }

    private static bool IsPlain(System.Text.Rune rune) =>
        System.Text.Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            )
        && rune.Value != 0xFFFD;
}
