namespace GroundedDocs.Pipeline.Extraction;

/// <summary>What extraction does at most, so that no document makes it slow.</summary>
public static class ExtractionLimits
{
    /// <summary>Pages that the embedded extractor sees at once: contracts and statements are mostly shorter, and memory stays small.</summary>
    public const int MaxWindowPages = 24;

    /// <summary>Words of a page that are looked at: a dense page of print has about 1,500.</summary>
    public const int MaxWordsPerPage = 20_000;

    /// <summary>Rows of one table in a window.</summary>
    public const int MaxRows = 5_000;

    /// <summary>
    /// Milliseconds of wall time that one pattern may take: far more than any text within the limits needs, because a busy machine
    /// may give a thread no time for a second and the document would be lost.
    /// </summary>
    public const int PatternTimeoutMilliseconds = 10_000;
}
