namespace GroundedDocs.Orchestration.WorkList;

/// <summary>A page of a work list.</summary>
/// <param name="Entries">The documents, in the order asked for.</param>
/// <param name="Next">What to hand in for the following page; null when this is the last.</param>
public sealed record WorkPage(IReadOnlyList<WorkEntry> Entries, string? Next);
