namespace GroundedDocs.Adapters.DocumentIntelligence;

/// <summary>The limits of talking to the service, each with its reason.</summary>
public static class DocumentIntelligenceLimits
{
    /// <summary>Bytes of one page's answer: a dense page has about 2 MB with all polygons.</summary>
    public const int AnswerBytes = 32 * 1024 * 1024;

    /// <summary>Words and marks of one page; more is not a page.</summary>
    public const int WordsPerPage = 50_000;

    /// <summary>The wait between two looks where the service names none; its own advice.</summary>
    public static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait taken from a Retry-After header.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(60);
}
