namespace GroundedDocs.Pipeline.Extraction.Agreement;

/// <summary>What to do when the first extractor cannot be reached or is over its budget.</summary>
public enum UnavailablePolicy
{
    /// <summary>Report the failure as it is, so that the step is tried again later.</summary>
    Wait,

    /// <summary>Take the second extractor's answer, marked as a fallback.</summary>
    Fallback,

    /// <summary>Fail for good.</summary>
    Fail,
}
