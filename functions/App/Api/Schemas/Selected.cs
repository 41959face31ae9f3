namespace GroundedDocs.App.Api.Schemas;

/// <summary>A field of a selection.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Fields">The fields chosen inside it; none for all of it.</param>
internal sealed record Selected(string Name, IReadOnlyList<Selected> Fields);
