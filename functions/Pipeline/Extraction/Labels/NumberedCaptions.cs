using System.Globalization;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Labels;

/// <summary>
/// Finds the captions of official forms, which number their boxes: "1 Name", "2 Country of citizenship". Other numbered lists have one
/// number a row; of a form's boxes some stand side by side. Licences number their values, which are short or set in capitals.
/// </summary>
internal static class NumberedCaptions
{
    private const int Fewest = 4;
    private const int MostDigits = 2;

    // Words of a number and one name.
    private const int ShortName = 2;

    /// <summary>The captions of a page; none when it is no such form.</summary>
    public static IReadOnlyList<Segment> Find(Sheet sheet)
    {
        var captions = sheet.Segments.Where(segment => NumberOf(segment) is not null).ToList();
        return
            captions.Count >= Fewest
            && captions.Count(caption => caption.Tokens.Count > ShortName) * 2 > captions.Count
            && sheet.Rows.Any(row => row.Zip(row.Skip(1)).Any(pair => AreNext(pair.First, pair.Second)))
            ? captions
            : [];
    }

    private static bool AreNext(Segment left, Segment right) => NumberOf(left) is { } number && NumberOf(right) == number + 1;

    private static int? NumberOf(Segment segment) =>
        segment.Tokens is [{ IsFilledIn: false } number, { IsFilledIn: false } word, ..]
        && number.Text.Length <= MostDigits
        && int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && char.IsUpper(word.Text[0])
        && word.Text.Any(char.IsLower)
            ? value
            : null;
}
