using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Reading.Lines;

/// <summary>The words of one row that belong together: a printed line inside one column, or a table cell.</summary>
/// <param name="Row">The row it stands in, from 0 at the top.</param>
/// <param name="Words">At least one word, from left to right.</param>
/// <param name="Box">The box around them.</param>
/// <param name="Height">Median height of its capital letters, as a share of the page's height.</param>
internal sealed record Segment(int Row, IReadOnlyList<Word> Words, BoundingBox Box, double Height);
