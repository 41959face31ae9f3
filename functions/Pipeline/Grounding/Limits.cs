namespace GroundedDocs.Pipeline.Grounding;

/// <summary>Limits of grounding; beyond them work is cut, never refused, so that any input takes bounded time.</summary>
public static class Limits
{
    /// <summary>Characters of a value that are searched for; the rest of a longer one is taken to follow. Twenty pages of text fit.</summary>
    public const int MaxValueLength = 100_000;

    /// <summary>Characters of one word that are indexed; longer "words" are base64 or damage.</summary>
    public const int MaxWordLength = 1_000;

    /// <summary>Places kept for one value; a table of 2,000 rows may print the same amount in each.</summary>
    public const int MaxCandidates = 2_000;

    /// <summary>Steps from word to word in the search for one value: a thousand equal words would branch without end.</summary>
    public const int MaxSearchSteps = 20_000;

    /// <summary>Characters of a value that is compared approximately; the comparison costs length times allowed errors.</summary>
    public const int MaxFuzzyLength = 2_000;

    /// <summary>Places of a value that are compared approximately, best first by shared trigrams.</summary>
    public const int MaxFuzzyPlaces = 8;

    /// <summary>Fields that are assigned to words at once by the exact method, which costs their number cubed.</summary>
    public const int MaxAssignmentSize = 120;

    /// <summary>Alternatives reported for one field: what a reviewer takes in at a glance.</summary>
    public const int MaxAlternatives = 3;

    /// <summary>Regions asked to be read again for one document: each costs a recognition at a larger scale.</summary>
    public const int MaxRegionsToReadAgain = 16;

    /// <summary>Dates or numbers of a document that a value is compared with for its confidence; more would only cost time.</summary>
    public const int MaxRivals = 60;

    /// <summary>Occurrences of one label term that are looked at around one candidate, nearest in reading order first.</summary>
    public const int MaxLabelOccurrences = 40;
}
