using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Documents.Layout;

/// <summary>Lines that belong together (a paragraph, an address, a table cell): a run of consecutive <see cref="PageLayout.Lines"/>.</summary>
/// <param name="FirstLine">Index of its first line, from 0.</param>
/// <param name="LineCount">How many lines it has, at least 1.</param>
/// <param name="Box">The box around its lines.</param>
public sealed record Block(int FirstLine, int LineCount, BoundingBox Box);
