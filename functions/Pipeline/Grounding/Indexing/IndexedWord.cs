using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Grounding.Indexing;

/// <summary>A word with its place in the reading order and in the squeezed text of the document.</summary>
/// <param name="Source">The word as it was read.</param>
/// <param name="PageIndex">Its page, from 0.</param>
/// <param name="Row">Its row in <see cref="DocumentIndex.Rows"/>: everything printed at the same height of the page.</param>
/// <param name="Segment">Its segment in <see cref="DocumentIndex.Segments"/>: a part of a row without a wide gap.</param>
/// <param name="SqueezedStart">Where its squeezed text begins in <see cref="DocumentIndex.Squeezed"/>.</param>
/// <param name="SqueezedLength">Length of its squeezed text; 0 for punctuation.</param>
internal readonly record struct IndexedWord(Word Source, int PageIndex, int Row, int Segment, int SqueezedStart, int SqueezedLength)
{
    public BoundingBox Box => Source.Box;

    public int SqueezedEnd => SqueezedStart + SqueezedLength;
}
