namespace GroundedDocs.Pipeline.Extraction.Agreement;

/// <summary>How two extractors work together.</summary>
/// <param name="RunBoth">Whether the second extractor always runs beside the first, so that they check each other.</param>
/// <param name="WhenUnavailable">What to do when the first extractor has no answer.</param>
public sealed record AgreementOptions(bool RunBoth, UnavailablePolicy WhenUnavailable);
