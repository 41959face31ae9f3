namespace GroundedDocs.App.Access;

/// <summary>Says on an endpoint that it needs a caller.</summary>
/// <param name="Scope">The scope its key must have.</param>
/// <param name="SignInPath">Where a browser without a key is sent; null to answer 401.</param>
internal sealed record CallerRequirement(Scope Scope, string? SignInPath);
