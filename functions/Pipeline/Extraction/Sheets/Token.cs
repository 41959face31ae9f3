using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Pipeline.Extraction.Sheets;

/// <summary>A word, or the part of a word before or after its colon, as extraction sees it.</summary>
/// <param name="Text">Its characters, never empty.</param>
/// <param name="Box">Its box, normalised to the upright page.</param>
/// <param name="PageNumber">Its page, counted from 1.</param>
/// <param name="Confidence">How sure its reader is, 0..1.</param>
internal sealed record Token(string Text, BoundingBox Box, int PageNumber, double Confidence)
{
    /// <summary>The words of the token in the form in which labels are compared.</summary>
    public IReadOnlyList<string> Pieces { get; } = LabelText.Pieces(Text);

    /// <summary>Whether somebody filled it into a form field of the file: a value, never a label.</summary>
    public bool IsFilledIn { get; init; }

    /// <summary>Whether a label ends here.</summary>
    public bool EndsLabel => Text.EndsWith(':') || Text.EndsWith('：');

    /// <summary>Whether it holds a letter or a digit.</summary>
    public bool IsText => Text.Any(char.IsLetterOrDigit);
}
