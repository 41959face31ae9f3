namespace GroundedDocs.App.Api.Answers;

/// <summary>The collection of domains.</summary>
internal sealed record HubAnswer(string Version);
