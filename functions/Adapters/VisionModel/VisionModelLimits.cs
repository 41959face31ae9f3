namespace GroundedDocs.Adapters.VisionModel;

/// <summary>The limits of talking to a model server, each with its reason. What operators tune is in <see cref="VisionModelOptions"/>.</summary>
public static class VisionModelLimits
{
    /// <summary>Bytes of one answer, log probabilities included: a page's values are a few thousand bytes; more is a server gone wrong.</summary>
    public const int AnswerBytes = 4 * 1024 * 1024;

    /// <summary>Bytes of an error answer that are read to find out what the server refuses.</summary>
    public const int ErrorBytes = 64 * 1024;

    /// <summary>Characters of recognised text sent for one page: a dense page has 6,000; more is a page made to exhaust the model.</summary>
    public const int PageTextCharacters = 24_000;

    /// <summary>Characters of one value: longer text is not a field.</summary>
    public const int ValueCharacters = 10_000;

    /// <summary>Elements of one array in one answer: more rows than a page can print.</summary>
    public const int ArrayElements = 2_000;

    /// <summary>Problems listed when a part is asked for again, so that the question stays shorter than the task.</summary>
    public const int ListedProblems = 40;

    /// <summary>Where in the answer a JSON object may begin: prose before it may hold this many other opening braces.</summary>
    public const int OpeningBraces = 16;

    /// <summary>Share of failed calls in <see cref="BreakerWindow"/> from which the server is left alone for a while.</summary>
    public const double BreakerFailureShare = 0.5;

    /// <summary>Calls in the window before the share means anything.</summary>
    public const int BreakerMinimumCalls = 4;

    /// <summary>The time over which failures are counted.</summary>
    public static readonly TimeSpan BreakerWindow = TimeSpan.FromSeconds(60);

    /// <summary>How long a failing server is left alone.</summary>
    public static readonly TimeSpan BreakerPause = TimeSpan.FromSeconds(20);

    /// <summary>When to look again at a server that is starting and does not say when it will be ready.</summary>
    public static readonly TimeSpan StartingPause = TimeSpan.FromSeconds(15);

    /// <summary>The longest wait taken from a server's Retry-After: a wrong header must not park a document for a day.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(15);
}
