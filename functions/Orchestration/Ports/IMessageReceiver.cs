namespace GroundedDocs.Orchestration.Ports;

/// <summary>Takes messages out of queues, as the Functions host does it; used by the standalone loop.</summary>
public interface IMessageReceiver
{
    /// <summary>Leases up to <paramref name="count"/> visible messages for <paramref name="lease"/>.</summary>
    Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int count, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Prolongs a lease, or ends it after <paramref name="lease"/>.</summary>
    /// <returns>The message with its new receipt, or null when the lease was lost.</returns>
    Task<ReceivedMessage?> RenewAsync(string queue, ReceivedMessage message, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Deletes a leased message.</summary>
    /// <returns>False when the lease was lost: somebody else has the message now.</returns>
    Task<bool> DeleteAsync(string queue, ReceivedMessage message, CancellationToken cancellationToken);
}
