using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Pipeline.Extraction.Sheets;

/// <summary>The tokens of one row that stand closer to each other than columns do.</summary>
internal sealed class Segment(IReadOnlyList<Token> tokens, int row)
{
    /// <summary>Its tokens from left to right, at least one.</summary>
    public IReadOnlyList<Token> Tokens { get; } = tokens;

    /// <summary>The index of its row on the sheet, from 0.</summary>
    public int Row { get; } = row;

    /// <summary>The box around its tokens.</summary>
    public BoundingBox Box { get; } = BoundingBox.Enclosing(tokens.Select(t => t.Box));

    /// <summary>Its tokens joined by single spaces.</summary>
    public string Text { get; } = string.Join(' ', tokens.Select(t => t.Text));

    /// <summary>The segment to the right on the same row, or null.</summary>
    public Segment? Right { get; set; }

    /// <summary>The segment to the left on the same row, or null.</summary>
    public Segment? Left { get; set; }

    /// <summary>Its tokens as a run.</summary>
    public Run ToRun() => new(Tokens);
}
