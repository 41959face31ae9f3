namespace GroundedDocs.Orchestration.Ports;

/// <summary>Says how much there is to do.</summary>
public interface IQueueLength
{
    /// <summary>
    /// About how many messages a queue holds, never fewer than it does: those that wait, those that become visible later, and those that
    /// somebody works on.
    /// </summary>
    Task<int> CountAsync(string queue, CancellationToken cancellationToken);
}
