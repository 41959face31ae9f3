using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Pipeline.Grounding.Indexing;

/// <summary>Words of one page that follow each other in <see cref="DocumentIndex.Words"/>: a row, or a segment of one.</summary>
/// <param name="PageIndex">The page, from 0.</param>
/// <param name="FirstWord">Its first word.</param>
/// <param name="WordCount">How many words it has.</param>
/// <param name="Box">The box around its words.</param>
internal readonly record struct WordRun(int PageIndex, int FirstWord, int WordCount, BoundingBox Box)
{
    public int EndWord => FirstWord + WordCount;
}
