namespace GroundedDocs.Orchestration.Corrections;

/// <summary>Whether somebody has said that a document's values are right.</summary>
public enum ReviewStatus
{
    /// <summary>It can be corrected.</summary>
    Open,

    /// <summary>Somebody stands for it; it must be opened again before it can be corrected.</summary>
    Approved,
}
