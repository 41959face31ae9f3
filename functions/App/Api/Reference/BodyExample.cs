namespace GroundedDocs.App.Api.Reference;

/// <summary>An example of a route's JSON body.</summary>
internal sealed record BodyExample(string Json);
