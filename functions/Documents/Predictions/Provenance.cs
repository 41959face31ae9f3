namespace GroundedDocs.Documents.Predictions;

/// <summary>Who made a prediction, so that a result can be explained later.</summary>
/// <param name="Extractor">The extractor's name, such as <c>embedded</c> or the served model's name.</param>
/// <param name="Version">The version of its rules or prompt.</param>
/// <param name="SchemaHash">The schema it was asked for.</param>
public sealed record Provenance(string Extractor, string Version, string SchemaHash)
{
    /// <summary>Whether this extractor stood in for one that could not be reached or was over its budget: its word counts for less.</summary>
    public bool IsFallback { get; init; }
}
