namespace GroundedDocs.App.Cli.Manifests;

/// <summary>One document to work on.</summary>
/// <param name="Id">Its name in the output.</param>
/// <param name="FilePath">Where it lies.</param>
/// <param name="Domain">The domain to extract with, or null.</param>
/// <param name="SchemaPath">The JSON Schema to extract with, or null. Without either the document is classified.</param>
internal sealed record ManifestEntry(string Id, string FilePath, string? Domain, string? SchemaPath)
{
    /// <summary>The whole line, for what else it knows (values and words as people gave them); empty for a file named on the command line.</summary>
    public string Json { get; init; } = "";
}
