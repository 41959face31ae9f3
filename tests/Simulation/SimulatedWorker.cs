using GroundedDocs.App.Standalone;
using GroundedDocs.Documents;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Running;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Tests.Orchestration.Fakes;

namespace GroundedDocs.Tests.Simulation;

/// <summary>A process: a flow of its own on the shared stores, and deliveries with the host's semantics.</summary>
internal sealed class SimulatedWorker
{
    /// <summary>Seconds of the longest work: long enough for several sweeps, and within the time of a step.</summary>
    private const int LongestWork = 200;

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(5);
    private readonly SimulatedWorld world;
    private readonly SimulatedTime time;
    private readonly QueueView queues;
    private readonly Limits limits;

    public SimulatedWorker(SimulatedWorld world, SimulatedActor actor, Limits limits, Dictionary<string, List<string>> received)
    {
        this.world = world;
        this.limits = limits;
        Actor = actor;
        time = new SimulatedTime(world, actor);
        queues = new QueueView(world, actor);
        var storage = new StoragePorts(
            new SimulatedBlobs(world, actor),
            new SimulatedTables(world, actor),
            new SimulatedMessages(world, actor)
        );
        var stages = new FakeStages { Before = MisbehaveAsync };
        var receiver = new SimulatedReceiver(world, actor, received);
        Flow = new DocumentFlow(new FlowParts(storage, stages.Stages, receiver, time, new SimulatedChance(world), limits, "1"));
    }

    public SimulatedActor Actor { get; }

    public DocumentFlow Flow { get; }

    /// <summary>Messages being worked on.</summary>
    public int Busy { get; private set; }

    /// <summary>An invariant that broke inside this worker, or a bug that let an exception through.</summary>
    public Exception? Broken { get; private set; }

    /// <summary>Handles a leased message as the host does: delete, put back, or poison.</summary>
    public async Task HandleAsync(string queue, ReceivedMessage message)
    {
        Busy++;
        try
        {
            await using var lease = new MessageLease(queues, queue, message, time);
            var isDone = (IsPoisonQueue(queue) || message.DequeueCount <= world.MaxDequeueCount) && await TryRunAsync(queue, message);
            var held = await lease.EndAsync();
            await FinishAsync(queue, held, isDone);
        }
        catch (StorageUnavailableException)
        {
            // The lease runs out.
        }
        catch (Exception broken)
        {
            Broken = broken;
        }

        Busy--;
    }

    /// <summary>A sweep.</summary>
    public async Task SweepAsync()
    {
        try
        {
            await Flow.Sweeper.SweepAsync(CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
            // The next sweep comes in a minute.
        }
        catch (Exception broken)
        {
            Broken = broken;
        }
    }

    private async Task<bool> TryRunAsync(string queue, ReceivedMessage message)
    {
        try
        {
            var step = StepMessageFormat.TryRead(message.Body)!;
            var isOvertaken = await IsOvertakenAsync(step);
            var disposition = await (
                queue == StorageNames.StepQueue
                    ? Flow.StepRunner.RunAsync(step, CancellationToken.None)
                    : Flow.PoisonedStep.HandleAsync(step, CancellationToken.None)
            );
            CheckDropped(step, isOvertaken, disposition);
            return true;
        }
        catch (StorageUnavailableException)
        {
            return false;
        }
    }

    /// <summary>Whether a revival has replaced a message before it came: then it must do nothing.</summary>
    private async Task<bool> IsOvertakenAsync(StepMessage message) =>
        (await new StepLedger(world.Tables, limits).FindAsync(message.Run, message.Step, CancellationToken.None))?.Epoch > message.Epoch;

    /// <summary>A webhook that finds no free place is put off before anybody looks at its epoch.</summary>
    private static void CheckDropped(StepMessage message, bool isOvertaken, StepDisposition disposition)
    {
        var isPutOff = message.Step.Kind == StepKind.Notify && disposition == StepDisposition.Postponed;
        if (isOvertaken && !isPutOff && disposition != StepDisposition.Dropped)
        {
            throw new InvariantException($"The step '{message.Step.KindName}' took a message that a revival had replaced: {disposition}.");
        }
    }

    private async Task FinishAsync(string queue, ReceivedMessage message, bool isDone)
    {
        if (isDone)
        {
            await queues.DeleteAsync(queue, message, CancellationToken.None);
        }
        else if (!IsPoisonQueue(queue) && message.DequeueCount >= world.MaxDequeueCount)
        {
            await world.Queues.SendAsync(StorageNames.StepPoisonQueue, message.Body, TimeSpan.Zero, CancellationToken.None);
            await queues.DeleteAsync(queue, message, CancellationToken.None);
        }
        else
        {
            await queues.RenewAsync(queue, message, RetryDelay, CancellationToken.None);
        }
    }

    private static bool IsPoisonQueue(string queue) => queue == StorageNames.StepPoisonQueue;

    private async Task<Failure?> MisbehaveAsync(string stage, int page, CancellationToken cancellationToken)
    {
        await world.PassAsync(Actor, stage);
        if (world.FaultsLeft > 0 && world.Chance.Next(12) == 0)
        {
            world.FaultsLeft--;
            return new Failure("stage.busy", "Try again.", IsTransient: true);
        }

        if (world.Chance.Next(world.IsCalm ? 4 : 20) == 0)
        {
            await TakeTimeAsync(TimeSpan.FromSeconds(world.Chance.Next(LongestWork)), cancellationToken);
            await world.PassAsync(Actor, stage + " slow");
        }

        return null;
    }

    /// <summary>Long work, during which leases and claims are renewed, or a process that stands still.</summary>
    private async Task TakeTimeAsync(TimeSpan span, CancellationToken cancellationToken)
    {
        if (world.IsCalm || world.Chance.Next(2) == 0)
        {
            await DelayAsync(span, cancellationToken);
        }
        else
        {
            world.Elapse(span);
        }
    }

    /// <summary>A delay that ends on the simulation's own thread, also when it is cancelled: that of the runtime does not.</summary>
    private async Task DelayAsync(TimeSpan span, CancellationToken cancellationToken)
    {
        var over = new TaskCompletionSource();
        await using var timer = time.CreateTimer(_ => over.TrySetResult(), null, span, Timeout.InfiniteTimeSpan);
        await using var stop = cancellationToken.Register(() => over.TrySetCanceled(cancellationToken));
        await over.Task;
    }

    private sealed class QueueView(SimulatedWorld world, SimulatedActor actor) : IMessageReceiver
    {
        public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
            string queue,
            int count,
            TimeSpan lease,
            CancellationToken cancellationToken
        ) => world.RequestAsync(actor, "receive", () => world.Queues.ReceiveAsync(queue, count, lease, cancellationToken));

        public Task<ReceivedMessage?> RenewAsync(
            string queue,
            ReceivedMessage message,
            TimeSpan lease,
            CancellationToken cancellationToken
        ) => world.RequestAsync(actor, "renew", () => world.Queues.RenewAsync(queue, message, lease, cancellationToken));

        public Task<bool> DeleteAsync(string queue, ReceivedMessage message, CancellationToken cancellationToken) =>
            world.RequestAsync(actor, "delete message", () => world.Queues.DeleteAsync(queue, message, cancellationToken));
    }

    private sealed class SimulatedChance(SimulatedWorld world) : IRandomness
    {
        public string NewId() => $"{world.Chance.NextInt64():x16}{world.Chance.NextInt64():x16}";

        public double NextShare() => world.Chance.NextDouble();
    }
}
