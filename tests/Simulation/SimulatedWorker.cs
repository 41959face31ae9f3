using GroundedDocs.App.Standalone;
using GroundedDocs.Documents;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Tests.Orchestration.Fakes;

namespace GroundedDocs.Tests.Simulation;

/// <summary>A process: a flow of its own on the shared stores, and deliveries with the host's semantics.</summary>
internal sealed class SimulatedWorker
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(5);
    private readonly SimulatedWorld world;
    private readonly SimulatedTime time;
    private readonly QueueView queues;

    public SimulatedWorker(SimulatedWorld world, SimulatedActor actor, Limits limits, Dictionary<string, List<string>> received)
    {
        this.world = world;
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

    /// <summary>An invariant that broke inside this worker.</summary>
    public InvariantException? Broken { get; private set; }

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
    }

    private async Task<bool> TryRunAsync(string queue, ReceivedMessage message)
    {
        try
        {
            var step = StepMessageFormat.TryRead(message.Body)!;
            await (
                queue == StorageNames.StepQueue
                    ? Flow.StepRunner.RunAsync(step, CancellationToken.None)
                    : Flow.PoisonedStep.HandleAsync(step, CancellationToken.None)
            );
            return true;
        }
        catch (StorageUnavailableException)
        {
            return false;
        }
        catch (InvariantException broken)
        {
            Broken = broken;
            return true;
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

        if (world.Chance.Next(20) == 0)
        {
            await TakeTimeAsync(TimeSpan.FromSeconds(world.Chance.Next(60)), cancellationToken);
            await world.PassAsync(Actor, stage + " slow");
        }

        return null;
    }

    /// <summary>Long work, during which leases and claims are renewed, or a process that stands still.</summary>
    private async Task TakeTimeAsync(TimeSpan span, CancellationToken cancellationToken)
    {
        if (world.IsCalm || world.Chance.Next(2) == 0)
        {
            await Task.Delay(span, time, cancellationToken);
        }
        else
        {
            world.Elapse(span);
        }
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
