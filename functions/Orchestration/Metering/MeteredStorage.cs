using GroundedDocs.Documents.Metering;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Orchestration.Metering;

/// <summary>Stores that count their operations on the meter of whoever asks, as an account is billed for them.</summary>
public static class MeteredStorage
{
    /// <summary>The same stores, counted.</summary>
    public static StoragePorts Of(StoragePorts ports)
    {
        ArgumentNullException.ThrowIfNull(ports);
        return new StoragePorts(
            new MeteredBlobStore(ports.Blobs),
            new MeteredTableStore(ports.Tables),
            new MeteredMessageSender(ports.Messages)
        );
    }

    /// <summary>Counts the first operation of a listing and one more for each further page of it.</summary>
    internal static async IAsyncEnumerable<T> CountPages<T>(IAsyncEnumerable<T> listing, int pageSize)
    {
        UsageMeter.CountStorage();
        var listed = 0;
        await foreach (var entry in listing)
        {
            if (listed > 0 && listed % pageSize == 0)
            {
                UsageMeter.CountStorage();
            }

            listed++;
            yield return entry;
        }
    }
}
