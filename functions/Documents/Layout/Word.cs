using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Documents.Layout;

/// <summary>A word as printed: characters without white space, with the tight box around them.</summary>
/// <param name="Text">The characters, never empty, in reading order.</param>
/// <param name="Box">The box around the ink, normalised to the upright page.</param>
/// <param name="Confidence">How sure its reader is, 0..1; 1 for a sound text layer.</param>
/// <param name="Source">Who read it.</param>
public sealed record Word(string Text, BoundingBox Box, double Confidence, WordSource Source)
{
    /// <summary>
    /// Where each UTF-16 character of <see cref="Text"/> begins, and the last one ends, on the page's x axis (0..1):
    /// one more entry than there are characters. Null when unknown: then characters are taken to be equally wide.
    /// </summary>
    public IReadOnlyList<double>? CharacterEdges { get; init; }

    /// <summary>How sure the recogniser is of each character, 0..1, one entry a character. Null when it does not say.</summary>
    public IReadOnlyList<double>? CharacterConfidences { get; init; }

    /// <summary>What else the recogniser held possible. Null when it was sure of the whole word, or does not say.</summary>
    public CharacterLattice? Lattice { get; init; }

    /// <summary>The box cut down to characters <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public BoundingBox BoxOf(int start, int end)
    {
        if (start <= 0 && end >= Text.Length)
        {
            return Box;
        }

        return BoundingBox.FromEdges(EdgeAt(Math.Max(0, start)), Box.Top, EdgeAt(Math.Min(Text.Length, end)), Box.Bottom);
    }

    private double EdgeAt(int index) =>
        CharacterEdges is { } edges && edges.Count == Text.Length + 1
            ? Math.Clamp(edges[index], Box.Left, Box.Right)
            : Box.Left + (Box.Width * index / Text.Length);
}
