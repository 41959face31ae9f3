namespace GroundedDocs.App.Access;

/// <summary>Says on an endpoint that it needs a caller.</summary>
/// <param name="Scope">The scope its key must have.</param>
internal sealed record CallerRequirement(Scope Scope);
