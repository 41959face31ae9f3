namespace GroundedDocs.Documents.Results;

/// <summary>How far a value and its box can be trusted, by measured precision.</summary>
public enum ConfidenceBand
{
    /// <summary>Below 70 % right.</summary>
    Low,

    /// <summary>Between the other two.</summary>
    Medium,

    /// <summary>At least 98 % right, as far as documents are like those that the calibration was measured on.</summary>
    High,
}
