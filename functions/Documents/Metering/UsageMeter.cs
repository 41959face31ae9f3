namespace GroundedDocs.Documents.Metering;

/// <summary>
/// Counts what one flow of work uses up, calls that fail and attempts that are repeated included. It follows the flow into
/// everything that is awaited, as traces do, so that whoever spends says so without knowing whose work it is. Safe to call from
/// several threads.
/// </summary>
public sealed class UsageMeter
{
    private static readonly AsyncLocal<UsageMeter?> Current = new();
    private readonly Lock gate = new();
    private WorkUsage used;

    /// <summary>Counts what is spent from here on, until the asynchronous method that calls this ends.</summary>
    public static UsageMeter Start()
    {
        var meter = new UsageMeter();
        Current.Value = meter;
        return meter;
    }

    /// <summary>Says that something was used up; nobody listens outside a metered flow.</summary>
    public static void Count(WorkUsage usage) => Current.Value?.Add(usage);

    /// <summary>Says that storage was asked something.</summary>
    public static void CountStorage(long operations = 1) => Count(new WorkUsage { StorageOperations = operations });

    /// <summary>What the flow around this call has counted since somebody last took it; nothing outside a metered flow.</summary>
    public static WorkUsage TakeHere() => Current.Value?.Take() ?? default;

    /// <summary>Adds to the count.</summary>
    public void Add(WorkUsage usage)
    {
        lock (gate)
        {
            used += usage;
        }
    }

    /// <summary>What was counted since the last time this was asked.</summary>
    public WorkUsage Take()
    {
        lock (gate)
        {
            var taken = used;
            used = default;
            return taken;
        }
    }
}
