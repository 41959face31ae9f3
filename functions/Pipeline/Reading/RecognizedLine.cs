using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Reading;

/// <summary>A line of text that recognition found: words from left to right, boxes normalised to the upright raster.</summary>
/// <param name="Words">At least one word; boxes tightened to the ink.</param>
/// <param name="Confidence">How sure the recogniser is of the line, 0..1.</param>
public sealed record RecognizedLine(IReadOnlyList<Word> Words, double Confidence);
