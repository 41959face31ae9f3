using System.Net;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Adapters.Storage;

/// <summary>Blobs in Azure Storage or its emulator.</summary>
public sealed class AzureBlobStore(StorageAccount account) : IBlobStore
{
    private const int NotFound = (int)HttpStatusCode.NotFound;
    private const int Conflict = (int)HttpStatusCode.Conflict;
    private const int PreconditionFailed = (int)HttpStatusCode.PreconditionFailed;

    /// <inheritdoc/>
    public Task<bool> CreateAsync(BlobName name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        WasFirstAsync(() => Client(name).UploadAsync(BinaryData.FromBytes(content), Once(name), cancellationToken));

    /// <inheritdoc/>
    public Task<bool> CreateFromFileAsync(BlobName name, string localPath, CancellationToken cancellationToken) =>
        WasFirstAsync(() => Client(name).UploadAsync(localPath, Once(name), cancellationToken));

    /// <inheritdoc/>
    public Task WriteAsync(BlobName name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions { HttpHeaders = HeadersOf(name) };
        return StorageCall.RunAsync(() => Client(name).UploadAsync(BinaryData.FromBytes(content), options, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(BlobName name, CancellationToken cancellationToken)
    {
        var answer = await StorageCall.OrDefaultAsync(() => Client(name).DownloadContentAsync(cancellationToken), NotFound);
        return answer?.Value.Content.ToMemory();
    }

    /// <inheritdoc/>
    public async Task<LocalCopy?> FetchAsync(BlobName name, CancellationToken cancellationToken)
    {
        var path = Path.GetTempFileName();
        try
        {
            var answer = await StorageCall.OrDefaultAsync(() => Client(name).DownloadToAsync(path, cancellationToken), NotFound);
            if (answer is not null)
            {
                return new LocalCopy(path, () => File.Delete(path));
            }
        }
        catch
        {
            File.Delete(path);
            throw;
        }

        File.Delete(path);
        return null;
    }

    /// <inheritdoc/>
    public async Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken)
    {
        var answer = await StorageCall.OrDefaultAsync(
            () => Client(name).GetPropertiesAsync(cancellationToken: cancellationToken),
            NotFound
        );
        return answer is null ? null : new BlobEntry(name, Plain(answer.Value.ETag), answer.Value.ContentLength, answer.Value.LastModified);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobEntry> ListAsync(
        string container,
        string prefix,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var listing = account
            .Blobs.GetBlobContainerClient(container)
            .GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix.Length == 0 ? null : prefix, cancellationToken);
        await foreach (var blob in StorageCall.PagesAsync(listing))
        {
            var properties = blob.Properties;
            yield return new BlobEntry(
                new BlobName(container, blob.Name),
                properties.ETag is { } etag ? Plain(etag) : "",
                properties.ContentLength ?? 0,
                properties.LastModified ?? default
            );
        }
    }

    /// <inheritdoc/>
    public Task DeleteAsync(BlobName name, CancellationToken cancellationToken) =>
        StorageCall.OrDefaultAsync(() => Client(name).DeleteIfExistsAsync(cancellationToken: cancellationToken), NotFound);

    /// <summary>Listings write ETags without the quotes that headers have around them.</summary>
    private static string Plain(ETag etag) => etag.ToString().Trim('"');

    private BlobClient Client(BlobName name) => account.Blobs.GetBlobContainerClient(name.Container).GetBlobClient(name.Path);

    private static async Task<bool> WasFirstAsync(Func<Task<Response<BlobContentInfo>>> upload) =>
        await StorageCall.OrDefaultAsync(upload, Conflict, PreconditionFailed) is not null;

    private static BlobUploadOptions Once(BlobName name) =>
        new()
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = HeadersOf(name),
        };

    private static BlobHttpHeaders HeadersOf(BlobName name) =>
        new()
        {
            ContentType = Path.GetExtension(name.Path) switch
            {
                ".json" => "application/json",
                ".jpg" => "image/jpeg",
                ".txt" => "text/plain; charset=utf-8",
                _ => "application/octet-stream",
            },
        };
}
