using GroundedDocs.Orchestration.InMemory;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Tests.Orchestration.Fakes;

namespace GroundedDocs.Tests.Simulation;

/// <summary>
/// One thread, one seed: every await of the product waits at a gate here, and chance decides which gate opens next, who dies,
/// what is delivered, and when time passes. The same seed gives the same trace.
/// </summary>
internal sealed class SimulatedWorld
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>One gate in so many stays shut while much else happens: a process that is slow at the worst moment.</summary>
    private const int GatesAStall = 60;

    /// <summary>Gates that open at most before a stalled one does: about what a whole document needs.</summary>
    private const int LongestStall = 600;

    private readonly List<Gate> gates = [];
    private readonly List<SimulatedTimer> timers = [];
    private readonly int thread = Environment.CurrentManagedThreadId;
    private int opened;

    public SimulatedWorld(int seed)
    {
        Chance = new Random(seed);
        Time = new SimulatedTime(this, null);
        Blobs = new InMemoryBlobStore(Time);
        Tables = new InMemoryTableStore();
        Queues = new InMemoryQueues(Time);
    }

    /// <summary>The only source of chance.</summary>
    public Random Chance { get; }

    /// <summary>The true time; workers' clocks may differ from it.</summary>
    public DateTimeOffset Now { get; private set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public SimulatedTime Time { get; }

    public InMemoryBlobStore Blobs { get; }

    public InMemoryTableStore Tables { get; }

    public InMemoryQueues Queues { get; }

    /// <summary>A hash of everything that has happened, in order.</summary>
    public ulong TraceHash { get; private set; } = FnvOffset;

    /// <summary>Requests to storage so far.</summary>
    public int StorageOperations { get; private set; }

    /// <summary>Faults that may still be injected.</summary>
    public int FaultsLeft { get; set; }

    /// <summary>Deliveries after which a message is poison: now and then so few that innocent messages end there all the time.</summary>
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>Messages that may still be sent twice.</summary>
    public int DuplicatesLeft { get; set; }

    /// <summary>
    /// Nobody dies, nothing fails, no clock is far off and no process stands still; only order, duplicates and long work are left. Then no
    /// step may be started twice.
    /// </summary>
    public bool IsCalm { get; set; }

    /// <summary>Looks at each blob before it is written where another may be.</summary>
    public Action<BlobName, ReadOnlyMemory<byte>>? OnWrite { get; init; }

    /// <summary>Gates that could open now.</summary>
    public int OpenableGates => gates.Count;

    /// <summary>Waits until chance lets this actor go on; for ever, if it is killed meanwhile.</summary>
    public Task PassAsync(SimulatedActor actor, string label)
    {
        CheckThread();
        if (actor.IsDead)
        {
            return new TaskCompletionSource().Task;
        }

        var stall = Chance.Next(GatesAStall) == 0 ? Chance.Next(LongestStall) : 0;
        var gate = new Gate(actor, label, opened + stall);
        gates.Add(gate);
        return gate.Opened.Task;
    }

    /// <summary>A request to storage: it may fail before or after it has taken effect.</summary>
    public async Task<T> RequestAsync<T>(SimulatedActor actor, string label, Func<Task<T>> request)
    {
        await PassAsync(actor, label);
        StorageOperations++;
        var fault = FaultsLeft > 0 ? Chance.Next(150) : -1;
        FailAt(fault, 0);
        var result = await request();
        FailAt(fault, 1);
        if (Chance.Next(3) == 0)
        {
            await PassAsync(actor, label + "'");
        }

        return result;
    }

    /// <summary>Opens one gate by chance; stalled ones are left shut for as long as there is another.</summary>
    public void OpenOne()
    {
        var ready = gates.Count(gate => gate.NotBefore <= opened);
        var chosen = Chance.Next(ready == 0 ? gates.Count : ready);
        var index = ready == 0 ? chosen : IndexOfReady(chosen);
        var gate = gates[index];
        gates.RemoveAt(index);
        opened++;
        Note($"{gate.Actor.Name}:{gate.Label}");
        gate.Opened.SetResult();
    }

    /// <summary>Kills an actor: nothing of it runs any more, no finally block either, as with SIGKILL.</summary>
    public void Kill(SimulatedActor actor)
    {
        Note($"{actor.Name}:killed");
        actor.IsDead = true;
        gates.RemoveAll(gate => gate.Actor == actor);
        timers.RemoveAll(timer => timer.Actor == actor);
    }

    /// <summary>Lets time pass until a timer fires or a message becomes visible; false when there is nothing to wait for.</summary>
    public bool AdvanceTime()
    {
        // A message that nobody has a free hand for has been visible for a while; it is not what time waits for.
        var visibleAt = Queues.NextVisibleAt > Now || timers.Count == 0 ? Queues.NextVisibleAt : null;
        var next = timers.Select(timer => (DateTimeOffset?)timer.DueAt).Append(visibleAt).Min();
        if (next is null)
        {
            return false;
        }

        Now = next > Now ? next.Value : Now;
        Note($"time {Now.Ticks}");
        foreach (var timer in timers.Where(timer => timer.DueAt <= Now).ToArray())
        {
            // One that fired before may have stopped it.
            if (timers.Contains(timer))
            {
                timer.Fire();
            }
        }

        return true;
    }

    /// <summary>Lets some time pass without waiting for anything.</summary>
    public void Elapse(TimeSpan span) => Now += span;

    public void Add(SimulatedTimer timer)
    {
        CheckThread();
        timers.Add(timer);
    }

    public void Remove(SimulatedTimer timer)
    {
        CheckThread();
        timers.Remove(timer);
    }

    public void Note(string what)
    {
        foreach (var c in what)
        {
            TraceHash = (TraceHash ^ c) * FnvPrime;
        }
    }

    private int IndexOfReady(int number)
    {
        var index = 0;
        for (var left = number; left > 0 || gates[index].NotBefore > opened; index++)
        {
            left -= gates[index].NotBefore <= opened ? 1 : 0;
        }

        return index;
    }

    private void FailAt(int fault, int moment)
    {
        if (fault == moment)
        {
            FaultsLeft--;
            Note("fault");
            throw new StorageUnavailableException();
        }
    }

    private void CheckThread()
    {
        if (Environment.CurrentManagedThreadId != thread)
        {
            throw new InvalidOperationException("The orchestration left the simulation's thread.");
        }
    }

    private sealed record Gate(SimulatedActor Actor, string Label, int NotBefore)
    {
        public TaskCompletionSource Opened { get; } = new();
    }
}
