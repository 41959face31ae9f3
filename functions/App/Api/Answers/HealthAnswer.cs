namespace GroundedDocs.App.Api.Answers;

/// <summary>Whether the service lives.</summary>
internal sealed record HealthAnswer(string Status);
