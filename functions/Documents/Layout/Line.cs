using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Documents.Layout;

/// <summary>A printed line inside one column: a run of consecutive words of <see cref="PageLayout.Words"/>.</summary>
/// <param name="FirstWord">Index of its first word, from 0.</param>
/// <param name="WordCount">How many words it has, at least 1.</param>
/// <param name="Box">The box around its words.</param>
public sealed record Line(int FirstWord, int WordCount, BoundingBox Box);
