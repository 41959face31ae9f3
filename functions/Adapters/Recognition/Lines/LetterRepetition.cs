namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>
/// Tells what stands alone on paper from how several copies of it side by side are read. The recogniser, trained on lines, sees
/// nothing in most pictures of one letter, but reads a line of the same letter well; dirt is read differently from copy to copy.
/// </summary>
internal static class LetterRepetition
{
    /// <summary>The numbers of copies whose readings have to agree.</summary>
    public static readonly int[] Counts = [2, 3];

    // Measured on scanned forms: below this mean probability it was dirt as often as print.
    private const double MinConfidence = 0.65;
    private const int MostLetters = 3;

    /// <summary>The letters and digits of the first copy, as sure as all copies are on average; null when the copies differ.</summary>
    /// <param name="decoded">What was read in all copies together.</param>
    /// <param name="times">The number of copies.</param>
    public static IReadOnlyList<DecodedCharacter>? Single(IReadOnlyList<DecodedCharacter> decoded, int times)
    {
        var count = decoded.Count / times;
        if (count is 0 or > MostLetters || decoded.Count % times > 0 || decoded.Average(letter => letter.Confidence) < MinConfidence)
        {
            return null;
        }

        var copies = decoded.Select(letter => count == 1 ? Lookalikes.Capital(letter) : letter).ToList();
        var isSame = copies.Select((letter, i) => letter.Character == copies[i % count].Character).All(same => same);
        return isSame && copies.All(letter => char.IsAsciiLetterOrDigit(letter.Character))
            ?
            [
                .. copies
                    .Take(count)
                    .Select(
                        (letter, i) => letter with { Confidence = copies.Where((_, j) => j % count == i).Average(copy => copy.Confidence) }
                    ),
            ]
            : null;
    }

    /// <summary>Whether two readings say the same; no reading agrees with all.</summary>
    public static bool Agrees(IReadOnlyList<DecodedCharacter> before, IReadOnlyList<DecodedCharacter> after) =>
        before.Count == 0 || before.Select(letter => letter.Character).SequenceEqual(after.Select(letter => letter.Character));
}
