namespace GroundedDocs.App.Api.Limiting;

/// <summary>Every limit of the HTTP API, section <c>Api</c>; each error names the limit that was broken. Rates count for one process.</summary>
internal sealed record ApiOptions
{
    /// <summary>Bytes of a JSON body: a few photographs as data URIs fit in, and several bodies fit into memory at once.</summary>
    public int BodyBytes { get; init; } = 48 * 1024 * 1024;

    /// <summary>Nesting of a JSON body: schemas of 24 levels need about 75.</summary>
    public int JsonDepth { get; init; } = 128;

    /// <summary>Bytes of one document or picture in a data URI.</summary>
    public int DataUriBytes { get; init; } = 24 * 1024 * 1024;

    /// <summary>Pictures in one request: more are a document and belong into a file.</summary>
    public int Images { get; init; } = 100;

    /// <summary>Pages chosen in one request: as many as a document can have.</summary>
    public int PageIndices { get; init; } = 2_000;

    /// <summary>Characters of names, models and other words in a request.</summary>
    public int TextCharacters { get; init; } = 2_000;

    /// <summary>Characters of a selection of fields, which names many.</summary>
    public int SelectionCharacters => TextCharacters * 10;

    /// <summary>Entries of one list, whatever the caller asks for.</summary>
    public int ListEntries { get; init; } = 1_000;

    /// <summary>Entries that a list may skip: a table hands out a thousand rows at once, so that the furthest list costs about ten requests.</summary>
    public int ListSkip { get; init; } = 10_000;

    /// <summary>How long a request with <c>batch: false</c> waits for its result before it is answered with 202: below the 230 s of Azure's load balancer.</summary>
    public TimeSpan WaitTime { get; init; } = TimeSpan.FromSeconds(200);

    /// <summary>Longest time for one request, waiting included.</summary>
    public TimeSpan RequestTime { get; init; } = TimeSpan.FromSeconds(225);

    /// <summary>How long an upload address is good for at most.</summary>
    public TimeSpan UploadTime { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Requests that a key may send each second in the long run.</summary>
    public int RequestsPerSecond { get; init; } = 50;

    /// <summary>Requests that a key may send at once after a pause.</summary>
    public int RequestBurst { get; init; } = 200;

    /// <summary>Requests of a key that may be under way at once, waiting ones included.</summary>
    public int ConcurrentRequests { get; init; } = 100;

    /// <summary>Reads the settings; wrong ones throw <see cref="InvalidOperationException"/> that names each and says what it should be.</summary>
    public static ApiOptions Read(IConfiguration settings)
    {
        var options = settings.GetSection("Api").Get<ApiOptions>() ?? new ApiOptions();
        var problems = options.Problems().ToList();
        return problems.Count == 0 ? options : throw new InvalidOperationException(string.Join(' ', problems));
    }

    private IEnumerable<string> Problems()
    {
        foreach (var (name, value) in Counts().Where(count => count.Value < 1))
        {
            yield return $"Api__{name} is {value}; it should be at least 1.";
        }

        if (WaitTime <= TimeSpan.Zero || UploadTime <= TimeSpan.Zero || RequestTime <= WaitTime)
        {
            yield return "Api__WaitTime and Api__UploadTime should be above zero, and Api__RequestTime above Api__WaitTime.";
        }
    }

    private IEnumerable<(string Name, int Value)> Counts() =>
        [
            (nameof(BodyBytes), BodyBytes),
            (nameof(JsonDepth), JsonDepth),
            (nameof(DataUriBytes), DataUriBytes),
            (nameof(Images), Images),
            (nameof(PageIndices), PageIndices),
            (nameof(TextCharacters), TextCharacters),
            (nameof(ListEntries), ListEntries),
            (nameof(ListSkip), ListSkip),
            (nameof(RequestsPerSecond), RequestsPerSecond),
            (nameof(RequestBurst), RequestBurst),
            (nameof(ConcurrentRequests), ConcurrentRequests),
        ];
}
