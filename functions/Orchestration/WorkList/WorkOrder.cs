namespace GroundedDocs.Orchestration.WorkList;

/// <summary>The order of a work list.</summary>
public enum WorkOrder
{
    /// <summary>By the time of submission, latest first.</summary>
    Newest,

    /// <summary>By the time of submission, earliest first.</summary>
    Oldest,

    /// <summary>By the score of the least sure field, lowest first; documents without fields last.</summary>
    LeastSure,
}
