using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Reading.CheckBoxes;

/// <summary>What recognition says about the characters at the place of a square.</summary>
internal static class LetterEvidence
{
    /// <summary>Probability from which recognition saw a letter: it reads squares and marks as letters too, but is less sure of them.</summary>
    private const double SureLetter = 0.9;

    /// <summary>What marks look like.</summary>
    private const string MarkShapes = "XxVvKkYy";

    /// <summary>What is read at a square reaches beyond it by at most this share of its side.</summary>
    public const double LargestInset = 0.35;

    /// <summary>Whether a character is a letter or digit for sure, and none that a mark looks like.</summary>
    public static bool IsSureLetter(Word word, int index) =>
        char.IsLetterOrDigit(word.Text[index])
        && (word.CharacterConfidences?[index] ?? word.Confidence) >= SureLetter
        && !MarkShapes.Contains(word.Text[index], StringComparison.Ordinal);

    /// <summary>Whether a character stands where a square does.</summary>
    public static bool IsInside(BoundingBox character, BoundingBox square)
    {
        var inset = LargestInset * square.Width;
        return character.Left > square.Left - inset
            && character.Right < square.Right + inset
            && character.CenterX > square.Left
            && character.CenterX < square.Right;
    }
}
