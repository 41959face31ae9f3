namespace GroundedDocs.Orchestration;

/// <summary>Every limit of the orchestration, with its reason. Checked once, where data enters.</summary>
public sealed record Limits
{
    /// <summary>Bytes of one document: what a laptop's child process opens within its memory limit.</summary>
    public long DocumentBytes { get; init; } = 200L * 1024 * 1024;

    /// <summary>Pages of one document: longer files are archives, and one mistake there costs hours of a GPU.</summary>
    public int Pages { get; init; } = 2_000;

    /// <summary>Pages whose rows are counted together: about the root of <see cref="Pages"/>, so that neither level of counting grows long.</summary>
    public int BucketPages { get; init; } = 50;

    /// <summary>Starts of one step that ended in an expected failure before the step is given up.</summary>
    public int StepAttempts { get; init; } = 5;

    /// <summary>Starts of one step whatever their end, waiting for a starting server included, before the step is given up.</summary>
    public int StepStarts { get; init; } = 200;

    /// <summary>Starts of one step that ended in a crash before the step is given up; more than attempts, because the crash may be a neighbour's.</summary>
    public int StepCrashes { get; init; } = 10;

    /// <summary>Times a poisoned message is put back: an innocent message dies with a crashed neighbour, but rarely this often.</summary>
    public int PutBacks { get; init; } = 4;

    /// <summary>Times the sweep revives one step before the step is given up.</summary>
    public int Revivals { get; init; } = 20;

    /// <summary>Tries of a webhook: with the delays below more than a day even where chance shortens each, for receivers that are down overnight.</summary>
    public int WebhookAttempts { get; init; } = 20;

    /// <summary>Webhooks that one process calls at once: half of what it works on at once when it runs standalone, so that receivers that hang leave room for steps.</summary>
    public int WebhooksAtOnce { get; init; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>Time for one step. Below the host's functionTimeout, so that we end the step ourselves and can record why.</summary>
    public TimeSpan StepTime { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>Time for splitting, which renders every page of the document.</summary>
    public TimeSpan SplitTime { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>Time for one sweep; what it does not finish, the next one does.</summary>
    public TimeSpan SweepTime { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>How long any step can be at work.</summary>
    public TimeSpan LongestStep => SplitTime > StepTime ? SplitTime : StepTime;

    /// <summary>How long a claim on a step lasts without renewal: shorter than a message's lease, so that a crash's redelivery finds it expired.</summary>
    public TimeSpan ClaimTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Shortest delay of a message that comes back because somebody else has its step: no busy waiting.</summary>
    public TimeSpan ShortestDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>First delay before another attempt; each further one waits twice as long.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest delay before another attempt of a step.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>First delay before another try of a webhook; each further one waits twice as long.</summary>
    public TimeSpan FirstWebhookDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest delay before another try of a webhook, and longest Retry-After that is honoured.</summary>
    public TimeSpan LongestWebhookDelay { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How long a run may show no progress before the sweep looks after it: longer than any step but the splitting of a very long file.</summary>
    public TimeSpan QuietTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Age at which finished work is deleted.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Extractor calls for one document: pages of the longest document, with room for retries.</summary>
    public int ExtractorCalls { get; init; } = 4_000;

    /// <summary>Regions of one document that are read again at a larger scale: a second look must not cost more than the first.</summary>
    public int RegionsReadAgain { get; init; } = 16;

    /// <summary>These limits with all times of work a fifth shorter than the time after which the host kills the process.</summary>
    public Limits Within(TimeSpan hostTimeout)
    {
        var most = hostTimeout * 0.8;
        return this with { StepTime = Shorter(StepTime, most), SplitTime = Shorter(SplitTime, most), SweepTime = Shorter(SweepTime, most) };
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>Characters of a webhook address: what every common server accepts.</summary>
    public int CallbackUrlCharacters { get; init; } = 2_048;

    /// <summary>Characters of an uploaded file's name: what every file system accepts.</summary>
    public int FileNameCharacters { get; init; } = 255;

    /// <summary>Characters of a document's name: the longest name a blob can have.</summary>
    public int NameCharacters { get; init; } = 1_024;
}
