namespace GroundedDocs.App.Standalone;

/// <summary>The host's settings for queues, as host.json has them, with the shorter leases of a process that may be killed.</summary>
internal static class QueueSettings
{
    /// <summary>How long a message is leased; renewed while its invocation runs.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>How often a lease is renewed.</summary>
    public static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(10);

    /// <summary>The delay before a failed message is delivered again.</summary>
    public static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(5);

    /// <summary>Shortest pause of an idle queue.</summary>
    public static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Longest pause of an idle queue.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>Deliveries after which a message is poison.</summary>
    public const int MaxDequeueCount = 5;

    /// <summary>Invocations at the same time: enough to keep the cores busy while some wait for storage or a model.</summary>
    public static readonly int Concurrency = Math.Max(4, 2 * Environment.ProcessorCount);
}
