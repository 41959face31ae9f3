namespace GroundedDocs.App.Api.Answers;

/// <summary>A domain.</summary>
internal sealed record DomainAnswer(string Domain, string Description);
