namespace GroundedDocs.Orchestration.Runs;

/// <summary>What a run is, whatever its generation. It outlives a purge, so that generations are never counted twice.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Generation">The newest generation.</param>
/// <param name="ETag">The version that was read; null for one not yet stored.</param>
internal sealed record RunHead(string RunId, int Generation, string? ETag = null);
