using GroundedDocs.Orchestration.Runs;

namespace GroundedDocs.Orchestration.Storage;

/// <summary>A generation that is not finished.</summary>
/// <param name="Run">Which.</param>
/// <param name="NextLookAt">When the sweep should look after it.</param>
/// <param name="Looks">How often it has.</param>
/// <param name="ETag">The version that was read.</param>
internal sealed record OpenRun(RunKey Run, DateTimeOffset NextLookAt, int Looks, string ETag);
