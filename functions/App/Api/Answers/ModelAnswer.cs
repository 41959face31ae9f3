namespace GroundedDocs.App.Api.Answers;

/// <summary>A model and a domain that it extracts.</summary>
internal sealed record ModelAnswer(string Model, string Domain);
