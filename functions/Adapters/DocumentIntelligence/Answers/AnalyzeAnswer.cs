namespace GroundedDocs.Adapters.DocumentIntelligence.Answers;

/// <summary>The part of a prebuilt-layout answer (api-version 2024-11-30) that is used. Offsets count UTF-16 code units.</summary>
internal sealed record AnalyzeAnswer(string Status, AnalyzeResult? AnalyzeResult);

/// <summary>What was read.</summary>
internal sealed record AnalyzeResult(
    IReadOnlyList<AnalyzedPage>? Pages,
    IReadOnlyList<AnalyzedParagraph>? Paragraphs,
    IReadOnlyList<AnalyzedTable>? Tables
);

/// <summary>One page. <c>Unit</c> (pixel or inch) is the unit of width, height and polygons; <c>Angle</c> is the text's, clockwise, in degrees.</summary>
internal sealed record AnalyzedPage(
    double Width,
    double Height,
    double? Angle,
    IReadOnlyList<AnalyzedWord>? Words,
    IReadOnlyList<AnalyzedLine>? Lines,
    IReadOnlyList<AnalyzedMark>? SelectionMarks
);

/// <summary>A word; its polygon has four corners, x and y in turn, from the text's own top left clockwise.</summary>
internal sealed record AnalyzedWord(string Content, IReadOnlyList<double> Polygon, double Confidence, AnalyzedSpan Span);

/// <summary>A printed line.</summary>
internal sealed record AnalyzedLine(IReadOnlyList<AnalyzedSpan> Spans);

/// <summary>A check box; <c>State</c> is selected or unselected.</summary>
internal sealed record AnalyzedMark(string State, IReadOnlyList<double> Polygon, double Confidence);

/// <summary>A paragraph; the cells of tables hold paragraphs too.</summary>
internal sealed record AnalyzedParagraph(IReadOnlyList<AnalyzedSpan> Spans);

/// <summary>A table.</summary>
internal sealed record AnalyzedTable(IReadOnlyList<AnalyzedCell>? Cells);

/// <summary>A table's cell.</summary>
internal sealed record AnalyzedCell(IReadOnlyList<AnalyzedSpan>? Spans);

/// <summary>A run of characters of the answer's content.</summary>
internal readonly record struct AnalyzedSpan(int Offset, int Length)
{
    /// <summary>Whether the other run begins inside this one.</summary>
    public bool Holds(AnalyzedSpan other) => other.Offset >= Offset && other.Offset < Offset + Length;
}
