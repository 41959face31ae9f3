using GroundedDocs.App.Evaluation.Boxes;

namespace GroundedDocs.App.Evaluation;

/// <summary>The counts of one column.</summary>
internal sealed class ColumnTally
{
    /// <summary>True values.</summary>
    public int Truth { get; private set; }

    /// <summary>True values whose place is known.</summary>
    public int TruthWithPlace { get; private set; }

    /// <summary>True values that were answered.</summary>
    public int Hits { get; private set; }

    /// <summary>Answered ones whose place is known.</summary>
    public int HitsWithPlace { get; private set; }

    /// <summary>Answered ones whose box is right.</summary>
    public int Grounded { get; private set; }

    public void Add(bool hasPlace, Match? match)
    {
        Truth++;
        TruthWithPlace += hasPlace ? 1 : 0;
        Hits += match is not null ? 1 : 0;
        HitsWithPlace += match is not null && hasPlace ? 1 : 0;
        Grounded += match is not null && hasPlace && match.Overlap >= Overlap.Right ? 1 : 0;
    }
}
