namespace GroundedDocs.Pipeline.Extraction.Agreement;

/// <summary>How two extractors work together.</summary>
public sealed record AgreementOptions
{
    /// <summary>Whether the second extractor always runs beside the first, so that they check each other.</summary>
    public bool Agreement { get; init; }

    /// <summary>What to do when the first extractor has no answer.</summary>
    public UnavailablePolicy WhenUnavailable { get; init; }
}
