using System.Globalization;
using System.Text;
using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Reading.Soundness;

/// <summary>
/// Judges text without knowing its language. Fonts with a broken encoding give private, control or replacement characters, or
/// letters that no language would string together.
/// </summary>
internal static class TextPlausibility
{
    /// <summary>Share of broken words above which the whole layer is not believed.</summary>
    private const double MostBrokenWords = 0.3;

    /// <summary>Letters needed before their statistics mean anything.</summary>
    private const int FewestLetters = 60;

    /// <summary>Vowels make 35 to 50 per cent of the letters in languages written in Latin letters, less in lists of codes.</summary>
    private const double FewestVowels = 0.15;
    private const double MostVowels = 0.75;

    /// <summary>Share of characters that are neither letters, digits nor usual punctuation. Tables with rules drawn in signs have many.</summary>
    private const double MostOddSigns = 0.4;

    private const string Vowels = "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœ";

    /// <summary>Whether a word holds characters that no reader would print.</summary>
    public static bool IsBroken(Word word) =>
        word.Text.Contains("(cid:", StringComparison.Ordinal) || word.Text.EnumerateRunes().Any(IsBroken);

    /// <summary>Whether the words as a whole cannot be text.</summary>
    public static bool IsGarbage(IReadOnlyList<Word> words)
    {
        if (words.Count == 0)
        {
            return false;
        }

        var broken = words.Count(IsBroken);
        return broken > words.Count * MostBrokenWords || HasOddLetters(words);
    }

    private static bool HasOddLetters(IReadOnlyList<Word> words)
    {
        var (latin, vowels, signs, characters) = (0, 0, 0, 0);
        foreach (var character in words.SelectMany(word => word.Text))
        {
            characters++;
            if (char.IsAsciiLetter(character) || character is >= 'À' and <= 'ÿ')
            {
                latin++;
                vowels += Vowels.Contains(char.ToLowerInvariant(character), StringComparison.Ordinal) ? 1 : 0;
            }
            else if (!char.IsLetterOrDigit(character) && !IsUsualSign(character))
            {
                signs++;
            }
        }

        var hasOddSigns = characters >= FewestLetters && signs > characters * MostOddSigns;
        return hasOddSigns || (latin >= FewestLetters && (vowels < latin * FewestVowels || vowels > latin * MostVowels));
    }

    // Leaders of a table of contents, and what Chinese and Japanese print between their words, are usual, too.
    private static bool IsUsualSign(char character) =>
        ".,:;-–—/()%€$£&'\"_*+#…·".Contains(character, StringComparison.Ordinal)
        || (character is (>= '\u3000' and <= '\u303F') or (>= '\uFF00' and <= '\uFFEF') && char.IsPunctuation(character));

    private static bool IsBroken(Rune rune) =>
        rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.PrivateUse or UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned;
}
