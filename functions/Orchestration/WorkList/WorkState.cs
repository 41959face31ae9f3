namespace GroundedDocs.Orchestration.WorkList;

/// <summary>Where a document stands in the work of people.</summary>
public enum WorkState
{
    /// <summary>Its run is not finished.</summary>
    Working,

    /// <summary>It waits for somebody to look at it.</summary>
    Open,

    /// <summary>Somebody has approved it.</summary>
    Approved,

    /// <summary>It has no result.</summary>
    Failed,
}
