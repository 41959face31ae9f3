using GroundedDocs.Adapters.Storage;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.App.Standalone;

/// <summary>Polls the inbox container as the host's blob trigger does, and calls the trigger for each blob not yet announced.</summary>
internal sealed class InboxLoop(IBlobStore blobs, StorageAccount account, TriggerClient triggers, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>What was announced by this process; whoever takes drops in knows for good what was taken.</summary>
    private Dictionary<string, string> announced = new(StringComparer.Ordinal);

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await ScanAsync(stopping);
                await Task.Delay(Pause, time, stopping);
            }
            catch (Exception error) when (error is StorageUnavailableException or HttpRequestException)
            {
                StandaloneLog.StorageUnavailable(logger, error, StorageNames.Inbox);
                await Task.Delay(QueueSettings.LongestPause, time, stopping);
            }
        }
    }

    private async Task ScanAsync(CancellationToken stopping)
    {
        var present = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var blob in blobs.ListAsync(StorageNames.Inbox, "", stopping))
        {
            var path = blob.Name.Path;
            if (announced.GetValueOrDefault(path) == blob.ETag || await AnnounceAsync(path, stopping))
            {
                present[path] = blob.ETag;
            }
        }

        announced = present;
    }

    private Task<bool> AnnounceAsync(string path, CancellationToken stopping)
    {
        var address = account.Blobs.GetBlobContainerClient(StorageNames.Inbox).GetBlobClient(path).Uri;
        return triggers.SendBlobAsync("DocumentDropped", address, path, stopping);
    }
}
