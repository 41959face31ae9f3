namespace GroundedDocs.Orchestration.WorkList;

/// <summary>One place at which an entry is listed.</summary>
/// <param name="List">The partition.</param>
/// <param name="Key">The key in it.</param>
internal readonly record struct WorkPlace(string List, string Key);
