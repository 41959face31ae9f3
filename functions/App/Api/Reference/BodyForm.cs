namespace GroundedDocs.App.Api.Reference;

/// <summary>Says that a route's body is a file, and how it is framed.</summary>
internal sealed record BodyForm(string ContentType);
