using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Labels;

/// <summary>A place where a label is printed.</summary>
/// <param name="Sheet">The page.</param>
/// <param name="Phrase">The label that was looked for.</param>
/// <param name="Tokens">The tokens that print it, first to last, tokens skipped in between included.</param>
/// <param name="First">The segment it begins in.</param>
/// <param name="Last">The segment it ends in: the same, or the line below of a label that is printed on two lines.</param>
/// <param name="Score">How well print and label agree, 0..1, the label's weight included.</param>
internal sealed record LabelHit(Sheet Sheet, LabelPhrase Phrase, IReadOnlyList<Token> Tokens, Segment First, Segment Last, double Score)
{
    /// <summary>The box around the label.</summary>
    public BoundingBox Box { get; } = BoundingBox.Enclosing(Tokens.Select(t => t.Box));
}
