using System.Net;
using Azure.Storage.Queues.Models;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Adapters.Storage;

/// <summary>Queues in Azure Storage or its emulator.</summary>
public sealed class AzureQueues(StorageAccount account) : IMessageSender, IMessageReceiver, IQueueLength
{
    private const int NotFound = (int)HttpStatusCode.NotFound;
    private const int BadRequest = (int)HttpStatusCode.BadRequest;

    /// <summary>What a queue accepts as the longest delay, with a minute to spare.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1);

    /// <summary>How a queue is told that a message never expires; without it messages die after seven days.</summary>
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(-1);

    /// <inheritdoc/>
    public Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellationToken)
    {
        var whole = TimeSpan.FromSeconds(Math.Ceiling(Math.Max(0, delay.TotalSeconds)));
        var visible = whole < LongestDelay ? whole : LongestDelay;
        return StorageCall.RunAsync(() => account.Queues.GetQueueClient(queue).SendMessageAsync(body, visible, Never, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        string queue,
        int count,
        TimeSpan lease,
        CancellationToken cancellationToken
    )
    {
        var answer = await StorageCall.RunAsync(() =>
            account.Queues.GetQueueClient(queue).ReceiveMessagesAsync(count, lease, cancellationToken)
        );
        return [.. answer.Value.Select(AsReceived)];
    }

    /// <inheritdoc/>
    public async Task<ReceivedMessage?> RenewAsync(
        string queue,
        ReceivedMessage message,
        TimeSpan lease,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(message);
        var answer = await StorageCall.OrDefaultAsync(
            () =>
                account
                    .Queues.GetQueueClient(queue)
                    .UpdateMessageAsync(message.MessageId, message.Receipt, visibilityTimeout: lease, cancellationToken: cancellationToken),
            NotFound,
            BadRequest
        );
        return answer is null ? null : message with { Receipt = answer.Value.PopReceipt };
    }

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(string queue, ReceivedMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var answer = await StorageCall.OrDefaultAsync(
            () => account.Queues.GetQueueClient(queue).DeleteMessageAsync(message.MessageId, message.Receipt, cancellationToken),
            NotFound,
            BadRequest
        );
        return answer is not null;
    }

    /// <inheritdoc/>
    public async Task<int> CountAsync(string queue, CancellationToken cancellationToken)
    {
        var answer = await StorageCall.RunAsync(() => account.Queues.GetQueueClient(queue).GetPropertiesAsync(cancellationToken));
        return answer.Value.ApproximateMessagesCount;
    }

    private static ReceivedMessage AsReceived(QueueMessage message) =>
        new(message.MessageId, message.PopReceipt, message.Body.ToString(), (int)message.DequeueCount, message.InsertedOn ?? default);
}
