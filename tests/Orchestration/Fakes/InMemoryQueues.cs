using System.Globalization;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Tests.Orchestration.Fakes;

/// <summary>Queues in this process's memory, with leases, delays and dequeue counts as a real queue store has them.</summary>
internal sealed class InMemoryQueues(TimeProvider time) : IMessageSender, IMessageReceiver, IQueueLength
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<Held>> queues = [];
    private long sends;
    private long receipts;

    /// <summary>When the next message becomes visible; null when all queues are empty.</summary>
    public DateTimeOffset? NextVisibleAt
    {
        get
        {
            lock (gate)
            {
                var all = queues.Values.SelectMany(queue => queue).Select(held => (DateTimeOffset?)held.VisibleAt);
                return all.DefaultIfEmpty().Min();
            }
        }
    }

    /// <inheritdoc/>
    public Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            QueueOf(queue).Add(new Held(Written(++sends), body, now) { VisibleAt = now + delay });
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int count, TimeSpan lease, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var taken = QueueOf(queue).Where(held => held.VisibleAt <= now).Take(count).ToArray();
            foreach (var held in taken)
            {
                held.DequeueCount++;
                Lease(held, now + lease);
            }

            return Task.FromResult<IReadOnlyList<ReceivedMessage>>([.. taken.Select(AsReceived)]);
        }
    }

    /// <summary>Leases one of the visible messages, which <paramref name="choose"/> picks by index: queues promise no order.</summary>
    public ReceivedMessage? ReceiveOne(string queue, TimeSpan lease, Func<int, int> choose)
    {
        ArgumentNullException.ThrowIfNull(choose);
        lock (gate)
        {
            var now = time.GetUtcNow();
            var visible = QueueOf(queue).Where(held => held.VisibleAt <= now).ToArray();
            if (visible.Length == 0)
            {
                return null;
            }

            var held = visible[choose(visible.Length)];
            held.DequeueCount++;
            Lease(held, now + lease);
            return AsReceived(held);
        }
    }

    /// <inheritdoc/>
    public Task<ReceivedMessage?> RenewAsync(string queue, ReceivedMessage message, TimeSpan lease, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (Find(queue, message) is not { } held)
            {
                return Task.FromResult<ReceivedMessage?>(null);
            }

            Lease(held, time.GetUtcNow() + lease);
            return Task.FromResult<ReceivedMessage?>(AsReceived(held));
        }
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string queue, ReceivedMessage message, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(Find(queue, message) is { } held && QueueOf(queue).Remove(held));
        }
    }

    /// <inheritdoc/>
    public Task<int> CountAsync(string queue, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(QueueOf(queue).Count);
        }
    }

    private void Lease(Held held, DateTimeOffset until)
    {
        held.VisibleAt = until;
        held.Receipt = Written(++receipts);
    }

    private List<Held> QueueOf(string queue) => queues.TryGetValue(queue, out var list) ? list : queues[queue] = [];

    private Held? Find(string queue, ReceivedMessage message) =>
        QueueOf(queue).Find(held => held.MessageId == message.MessageId && held.Receipt == message.Receipt);

    private static ReceivedMessage AsReceived(Held held) =>
        new(held.MessageId, held.Receipt, held.Body, held.DequeueCount, held.InsertedAt);

    private static string Written(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Held(string messageId, string body, DateTimeOffset insertedAt)
    {
        public string MessageId { get; } = messageId;

        public string Body { get; } = body;

        public DateTimeOffset InsertedAt { get; } = insertedAt;

        public DateTimeOffset VisibleAt { get; set; }

        public string Receipt { get; set; } = "";

        public int DequeueCount { get; set; }
    }
}
