namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>
/// Parts words from the lines that forms print to write on. The recogniser reads a piece of such a line as an underscore; in a file name or
/// an address an underscore is one character wide and has neighbours on both sides.
/// </summary>
internal static class BlankLines
{
    public const char Underscore = '_';

    // In usual distances of characters: from the one before to the one after an underscore that is a character.
    private const double WidestUnderscore = 3;

    // The same behind a single character: the mark that people put on the line before an option.
    private const double WidestBehindMark = 2.3;

    /// <summary>Makes every underscore that is a line to write on a word of its own.</summary>
    public static void Part(IReadOnlyList<DecodedCharacter> characters, bool[] startsWord, InkMap ink, double pitch)
    {
        for (var i = 0; i < characters.Count; i++)
        {
            if (characters[i].Character == Underscore && IsLine(characters, startsWord, i, ink, pitch))
            {
                startsWord[i] = true;
                if (i + 1 < startsWord.Length)
                {
                    startsWord[i + 1] = true;
                }
            }
        }
    }

    private static bool IsLine(IReadOnlyList<DecodedCharacter> characters, bool[] startsWord, int index, InkMap ink, double pitch) =>
        startsWord[index]
        || index + 1 == characters.Count
        || startsWord[index + 1]
        || characters[index + 1].Position - characters[index - 1].Position
            > pitch * (startsWord[index - 1] ? WidestBehindMark : WidestUnderscore)
        || (startsWord[index - 1] && ink.IsUnderlined(characters[index - 1].Position - (pitch / 2), characters[index].Position));
}
