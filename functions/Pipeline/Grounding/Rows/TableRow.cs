using GroundedDocs.Pipeline.Grounding.Assignment;

namespace GroundedDocs.Pipeline.Grounding.Rows;

/// <summary>The cells of one element of an array of objects.</summary>
internal sealed class TableRow(IReadOnlyList<Placement> cells)
{
    public IReadOnlyList<Placement> Cells { get; } = cells;

    /// <summary>The cell that stands in the fewest places, and so says most about where the row is; null when none is found anywhere.</summary>
    public Placement? Anchor { get; } =
        cells
            .Where(c => c.Candidates.Count > 0)
            .OrderBy(c => c.Candidates.Count)
            .ThenByDescending(c => c.Field.Value.Text.Length)
            .FirstOrDefault();

    /// <summary>Where the row was put: the anchor's candidate; null when it was not.</summary>
    public FieldCandidate? Band { get; set; }
}
