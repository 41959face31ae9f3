using System.Collections.Concurrent;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Orchestration.Inbox;

/// <summary>
/// Drops that this process knows to be taken, so that scanning an inbox full of them costs a listing and no more. The table alone
/// decides; forgetting here costs one request.
/// </summary>
internal sealed class TakenDrops
{
    /// <summary>About 100 bytes each.</summary>
    private const int MaxRemembered = 100_000;

    private readonly ConcurrentDictionary<(BlobName Name, string ETag), byte> taken = new();

    public bool Contains(BlobEntry entry) => taken.ContainsKey((entry.Name, entry.ETag));

    public void Add(BlobEntry entry)
    {
        if (taken.Count >= MaxRemembered)
        {
            taken.Clear();
        }

        taken[(entry.Name, entry.ETag)] = 0;
    }
}
