namespace GroundedDocs.Tests.Simulation.Model;

/// <summary>What a model server answered once, as it came over HTTP.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The content type; empty where the server named none.</param>
/// <param name="RetryAfter">The header Retry-After, or null.</param>
/// <param name="Body">The body as text.</param>
internal sealed record RecordedAnswer(int Status, string ContentType, string? RetryAfter, string Body);
