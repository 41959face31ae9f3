using Azure.Storage.Blobs;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.App.Work;

/// <summary>Reads the address of a blob in the inbox out of a URL.</summary>
internal static class BlobAddress
{
    /// <summary>The path inside the inbox, or null when the URL points elsewhere.</summary>
    public static string? InboxPathOf(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return null;
        }

        var parts = new BlobUriBuilder(address);
        return parts.BlobContainerName == StorageNames.Inbox && parts.BlobName.Length > 0 ? parts.BlobName : null;
    }
}
