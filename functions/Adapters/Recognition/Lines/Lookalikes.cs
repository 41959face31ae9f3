namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>
/// Digits and letters of the same shape (0 and O, 1 and I) differ on paper by their neighbours alone. Where a word's
/// neighbouring characters are all of the other kind and the recogniser itself held the twin for possible, the twin is taken.
/// </summary>
internal static class Lookalikes
{
    // Measured on scanned receipts: below these the twin was rarely what stood there. At the edge of a word the other
    // kind is often right (1KG, 4B, R1), so more is asked for.
    private const double MinTwinProbability = 0.02;
    private const double MinTwinProbabilityAtEdge = 0.15;
    private const int Reach = 2;

    // One capital may begin a word like "Box" or "Cow".
    private const int FewestCapitals = 2;

    /// <summary>The characters of the other kind that look like this one; none for most.</summary>
    public static string TwinsOf(char character) =>
        character switch
        {
            '0' => "Oo",
            'O' or 'o' => "0",
            '1' => "IlL",
            'I' or 'l' => "1",
            '5' => "S",
            'S' => "5",
            _ => "",
        };

    /// <summary>Whether a letter looks the same as a capital and as a small letter but for its size.</summary>
    public static bool IsOneShape(char letter) => "cosuvwxz".Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal);

    /// <summary>A letter of one shape in both cases as the capital, any other as it is.</summary>
    public static DecodedCharacter Capital(DecodedCharacter letter) =>
        IsOneShape(letter.Character) ? letter with { Character = char.ToUpperInvariant(letter.Character) } : letter;

    /// <summary>The characters, with the twin of each that its neighbours contradict.</summary>
    public static IReadOnlyList<DecodedCharacter> Resolve(IReadOnlyList<DecodedCharacter> decoded, bool[] startsWord)
    {
        var resolved = decoded.ToArray();
        for (var i = 0; i < resolved.Length; i++)
        {
            var character = resolved[i];
            var isAtEdge = startsWord[i] || i + 1 == resolved.Length || startsWord[i + 1];
            var least = isAtEdge ? MinTwinProbabilityAtEdge : MinTwinProbability;
            if (character.TwinProbability >= least && IsContradicted(resolved, startsWord, i))
            {
                resolved[i] = character with { Character = character.Twin, Confidence = character.TwinProbability };
            }
        }

        return resolved;
    }

    /// <summary>The characters of a word, with small letters of one shape in both cases as capitals where all its other letters are.</summary>
    public static IReadOnlyList<DecodedCharacter> InOneCase(IReadOnlyList<DecodedCharacter> word)
    {
        var others = word.Where(item => char.IsLetter(item.Character) && !IsSmallOfOneShape(item.Character)).ToList();
        return others.Count >= FewestCapitals && others.TrueForAll(item => char.IsUpper(item.Character)) ? [.. word.Select(Capital)] : word;
    }

    private static bool IsSmallOfOneShape(char letter) => char.IsLower(letter) && IsOneShape(letter);

    private static bool IsContradicted(DecodedCharacter[] characters, bool[] startsWord, int index)
    {
        var isDigit = char.IsAsciiDigit(characters[index].Character);
        var after = Neighbours(characters, startsWord, index, 1);
        // Before a decimal point only the number counts: currencies are printed close to it (RM0.50). NO.5 is another thing.
        var neighbours = IsBeforeDecimalPoint(characters, index) ? after : Neighbours(characters, startsWord, index, -1).Concat(after);
        var (same, other) = (0, 0);
        foreach (var neighbour in neighbours)
        {
            if (char.IsAsciiDigit(neighbour) == isDigit)
            {
                // A letter that may itself be a digit is no witness against its neighbour's being one.
                same += !isDigit && TwinsOf(neighbour).Length > 0 ? 0 : 1;
            }
            else
            {
                other++;
            }
        }

        return other > 0 && same == 0;
    }

    private static bool IsBeforeDecimalPoint(DecodedCharacter[] characters, int index) =>
        index + 2 < characters.Length
        && characters[index + 1].Character is ('.' or ',')
        && char.IsAsciiDigit(characters[index + 2].Character)
        && (index == 0 || characters[index - 1].Character is not ('N' or 'n'));

    // Letters and digits of the same word. The signs inside numbers and dates do not part them, but a digit after a sign is
    // no part of the word before it.
    private static IEnumerable<char> Neighbours(DecodedCharacter[] characters, bool[] startsWord, int index, int direction)
    {
        var found = 0;
        for (var i = index; found < Reach; )
        {
            if (direction < 0 ? startsWord[i] : i + 1 >= characters.Length || startsWord[i + 1])
            {
                yield break;
            }

            i += direction;
            if (char.IsAsciiLetterOrDigit(characters[i].Character))
            {
                found++;
                yield return characters[i].Character;
            }
            else if (char.IsAsciiDigit(characters[index].Character) || !".,/:-".Contains(characters[i].Character, StringComparison.Ordinal))
            {
                yield break;
            }
        }
    }
}
