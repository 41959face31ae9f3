using System.Globalization;
using GroundedDocs.Documents;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.Tests.Simulation;

/// <summary>One seeded run: documents are handed in, workers die and come back, and in the end everything must be done, once.</summary>
internal sealed class Simulation
{
    private const int WorkerCount = 3;
    private const int MaxDecisions = 60_000;
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly SimulatedWorld world;
    private readonly Limits limits;
    private readonly SimulatedWorker[] workers = new SimulatedWorker[WorkerCount];
    private readonly List<Handover> handovers = [];
    private readonly bool isSwept;

    /// <summary>One in calm seeds: long work then leaves others waiting in the queue until the sweep sends them again.</summary>
    private readonly int messagesAWorker;
    private DateTimeOffset nextSweepAt;
    private int killsLeft;
    private int births;

    public Simulation(int seed, IReadOnlyList<string> documents)
    {
        world = new SimulatedWorld(seed)
        {
            OnWrite = (name, _) => Invariants.CheckWrite(this, name),
            MaxDequeueCount = seed % 4 == 0 ? 1 : 5,
        };
        world.IsCalm = world.Chance.Next(8) == 0;
        limits = LimitsOf(world.IsCalm);
        messagesAWorker = world.IsCalm ? 1 : 3;
        world.FaultsLeft = world.IsCalm ? 0 : world.Chance.Next(12);
        world.DuplicatesLeft = world.Chance.Next(6);
        killsLeft = world.IsCalm ? 0 : world.Chance.Next(6);
        nextSweepAt = world.Now + SweepEvery;
        for (var i = 0; i < WorkerCount; i++)
        {
            workers[i] = Born();
        }

        var count = world.Chance.Next(1, 4);
        for (var i = 0; i < count; i++)
        {
            handovers.Add(RandomHandover(i, documents));
        }

        // Only a forced run may leave something to the sweep; without it, every crash must be made good by its own messages.
        isSwept = handovers.Exists(handover => handover.Request.Force) || world.Chance.Next(3) != 0;
    }

    public Dictionary<string, List<string>> Received { get; } = [];

    public Limits Limits => limits;

    public IReadOnlyList<Handover> Handovers => handovers;

    /// <summary>Sweeps so far: one a minute of simulated time in which nothing else could be done.</summary>
    public int Sweeps { get; private set; }

    public SimulatedWorld World => world;

    /// <summary>Decides until nothing is left to do.</summary>
    public void Run()
    {
        for (var decision = 0; decision < MaxDecisions; decision++)
        {
            if (!Decide())
            {
                return;
            }

            if (workers.Select(worker => worker.Broken).FirstOrDefault(broken => broken is not null) is { } broken)
            {
                throw broken;
            }
        }

        throw new InvariantException("The run does not come to an end.");
    }

    /// <summary>
    /// Nothing is given up. In calm seeds the sweep looks at runs whose steps are still at work, and must leave those alone; elsewhere
    /// processes stand still for minutes, which must not look like the end of whoever hands a document in.
    /// </summary>
    private static Limits LimitsOf(bool isCalm) =>
        new()
        {
            Pages = 20,
            BucketPages = 2,
            StepCrashes = 1_000,
            StepAttempts = 1_000,
            PutBacks = 1_000,
            Revivals = 1_000,
            WebhooksAtOnce = 2,
            QuietTime = TimeSpan.FromMinutes(isCalm ? 1 : 10),
        };

    private bool Decide()
    {
        if (killsLeft > 0 && world.Chance.Next(40) == 0)
        {
            killsLeft--;
            KillOne();
            return true;
        }

        HandIn();
        var delivered = world.Chance.Next(3) != 0 && Deliver();
        if (delivered)
        {
            return true;
        }

        if (world.OpenableGates > 0)
        {
            world.OpenOne();
            return true;
        }

        return Deliver() || Wait();
    }

    /// <summary>Nothing can go on by itself: time passes. Without messages and timers only sweeps are left, until all is done.</summary>
    private bool Wait()
    {
        if (isSwept && world.Now >= nextSweepAt)
        {
            nextSweepAt = world.Now + SweepEvery;
            Sweeps++;
            _ = workers[world.Chance.Next(WorkerCount)].SweepAsync();
            return true;
        }

        if (world.AdvanceTime())
        {
            return true;
        }

        if (handovers.TrueForAll(handover => handover.IsDone) && (!isSwept || IsNothingOpen()))
        {
            return false;
        }

        world.Elapse(SweepEvery);
        if (world.Now > new DateTimeOffset(2026, 1, 3, 0, 0, 0, TimeSpan.Zero))
        {
            throw new InvariantException("Work was lost: nothing moves any more, and the sweep does not find it.");
        }

        return true;
    }

    private bool IsNothingOpen()
    {
        var shards = "0123456789abcdef".Select(shard => world.Tables.ListAsync(StorageNames.OpenTable, $"open-{shard}", "", default));
        return shards.All(shard => !shard.GetAsyncEnumerator().MoveNextAsync().AsTask().Result);
    }

    private void HandIn()
    {
        foreach (var handover in handovers.Where(handover => !handover.IsDone && handover.Actor is null or { IsDead: true }))
        {
            if (handover.Actor is null && world.Chance.Next(30) != 0)
            {
                continue;
            }

            var worker = workers[world.Chance.Next(WorkerCount)];
            handover.Actor = worker.Actor;
            _ = HandInAsync(worker, handover);
        }
    }

    private static async Task HandInAsync(SimulatedWorker worker, Handover handover)
    {
        while (!handover.IsDone)
        {
            try
            {
                handover.Answer = await worker.Flow.SubmissionDesk.SubmitAsync(handover.Request, CancellationToken.None);
                handover.IsDone = true;
            }
            catch (StorageUnavailableException)
            {
                // Handed in again, under the same id.
            }
        }
    }

    private bool Deliver()
    {
        var free = workers.Where(worker => worker.Busy < messagesAWorker).ToArray();
        if (free.Length == 0)
        {
            return false;
        }

        var queue = world.Chance.Next(4) == 0 ? StorageNames.StepPoisonQueue : StorageNames.StepQueue;
        if (Receive(queue) is not { } message)
        {
            queue = queue == StorageNames.StepQueue ? StorageNames.StepPoisonQueue : StorageNames.StepQueue;
            if (Receive(queue) is not { } other)
            {
                return false;
            }

            message = other;
        }

        var worker = free[world.Chance.Next(free.Length)];
        world.Note($"deliver {message.MessageId} to {worker.Actor.Name}");
        _ = worker.HandleAsync(queue, message);
        return true;
    }

    private ReceivedMessage? Receive(string queue) => world.Queues.ReceiveOne(queue, LeaseTime, count => world.Chance.Next(count));

    private void KillOne()
    {
        var index = world.Chance.Next(WorkerCount);
        world.Kill(workers[index].Actor);
        workers[index] = Born();
    }

    private SimulatedWorker Born()
    {
        // Most clocks are a little off, some by more than a claim lasts.
        var skew = !world.IsCalm && world.Chance.Next(10) == 0 ? world.Chance.Next(-120, 121) : world.Chance.Next(-3, 4);
        var actor = new SimulatedActor($"w{births++}", TimeSpan.FromSeconds(skew));
        return new SimulatedWorker(world, actor, limits, Received);
    }

    private Handover RandomHandover(int index, IReadOnlyList<string> documents)
    {
        var pages = world.Chance.Next(documents.Count) + 1;
        var path = documents[pages - 1];
        var isLikeTheFirst = index > 0 && world.Chance.Next(2) == 0;
        var request = new SubmissionRequest(
            isLikeTheFirst ? handovers[0].Request.Owner : $"owner{world.Chance.Next(2)}",
            isLikeTheFirst ? handovers[0].Request.LocalPath : path,
            new RunRequest { DocumentName = "document" }
        )
        {
            Id = $"{index:x1}".PadLeft(32, 'e'),
            ResultName = $"document.words/name{index}",
            CallbackUrl = world.Chance.Next(2) == 0 ? $"https://receiver.example/{index}" : null,
            Force = index > 0 && world.Chance.Next(5) == 0,
        };
        return new Handover(request, isLikeTheFirst ? handovers[0].Pages : pages);
    }

    /// <summary>A document that is handed in until it is taken.</summary>
    internal sealed record Handover(SubmissionRequest Request, int Pages)
    {
        public SimulatedActor? Actor { get; set; }

        public Result<Submission>? Answer { get; set; }

        public bool IsDone { get; set; }

        public string[] ExpectedWords =>
            [.. Enumerable.Range(1, Pages).Select(page => "word" + page.ToString(CultureInfo.InvariantCulture))];
    }
}
