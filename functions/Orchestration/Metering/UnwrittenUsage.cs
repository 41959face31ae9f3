using GroundedDocs.Documents.Metering;
using GroundedDocs.Orchestration.Runs;

namespace GroundedDocs.Orchestration.Metering;

/// <summary>
/// What steps used up after their row was written: looking what can start, and sending it. It is kept in this process until the
/// run's next step here writes its row; what a process has kept when it ends, a few storage operations a run, stays uncounted.
/// </summary>
internal sealed class UnwrittenUsage
{
    /// <summary>Runs remembered at once; a process that serves more has forgotten the oldest, which are over or elsewhere.</summary>
    private const int Runs = 1_024;

    private readonly Lock gate = new();
    private readonly Dictionary<RunKey, WorkUsage> kept = [];
    private readonly Queue<RunKey> order = [];

    /// <summary>Keeps what is left of a step.</summary>
    public void Keep(RunKey run, WorkUsage usage)
    {
        if (usage == default)
        {
            return;
        }

        lock (gate)
        {
            if (!kept.TryGetValue(run, out var before))
            {
                order.Enqueue(run);
            }

            kept[run] = before + usage;
            while (order.Count > Runs)
            {
                kept.Remove(order.Dequeue());
            }
        }
    }

    /// <summary>Hands out what was kept of a run, once.</summary>
    public WorkUsage Take(RunKey run)
    {
        lock (gate)
        {
            var usage = kept.GetValueOrDefault(run);
            if (kept.ContainsKey(run))
            {
                kept[run] = default;
            }

            return usage;
        }
    }
}
