namespace GroundedDocs.Orchestration.Corrections;

/// <summary>How much may be said about one prediction.</summary>
public static class CorrectionLimits
{
    /// <summary>Fields in one change: as many as a schema can have, twice over for the rows of tables.</summary>
    public const int ChangesAtOnce = 4_000;

    /// <summary>Corrections of one prediction: nobody types more; a program that loops stops here.</summary>
    public const int Corrections = 100_000;

    /// <summary>Feedbacks of one prediction, for the same reason.</summary>
    public const int Feedbacks = 1_000;

    /// <summary>Characters of a value or a note: half of what a table's column holds.</summary>
    public const int TextCharacters = 16_000;

    /// <summary>Characters of a path.</summary>
    public const int PathCharacters = 1_000;

    /// <summary>Boxes of one corrected value: printed lines of the longest text, as many as a column holds.</summary>
    public const int Boxes = 100;
}
