namespace GroundedDocs.Orchestration.Results;

/// <summary>What all submissions of a run are handed.</summary>
/// <param name="Json">The shared part of the prediction.</param>
/// <param name="Domain">The domain, chosen or given; null when there is none.</param>
/// <param name="PageCount">Pages worked on.</param>
internal sealed record PublishedBody(ReadOnlyMemory<byte> Json, string? Domain, int PageCount);
