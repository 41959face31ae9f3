using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using GroundedDocs.Adapters.Identity;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Adapters.Storage;

/// <summary>The clients of one storage account.</summary>
public sealed class StorageAccount
{
    /// <summary>Tries after the first: with the client's growing delays a few seconds, which outlasts a partition that moves.</summary>
    private const int Retries = 3;

    /// <summary>Connects lazily: nothing is sent before the first call.</summary>
    /// <exception cref="ArgumentException">Neither a connection string nor an account is named.</exception>
    public StorageAccount(StorageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var queueOptions = WithRetries(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }, options);
        var blobOptions = WithRetries(new BlobClientOptions(), options);
        var tableOptions = WithRetries(new TableClientOptions(), options);
        if (options.ConnectionString is { Length: > 0 } connection)
        {
            Blobs = new BlobServiceClient(connection, blobOptions);
            Queues = new QueueServiceClient(connection, queueOptions);
            Tables = new TableServiceClient(connection, tableOptions);
            return;
        }

        if (options.AccountName is not { Length: > 0 } account)
        {
            throw new ArgumentException(
                "Set AzureWebJobsStorage to a connection string, or AzureWebJobsStorage__accountName to an account's name.",
                nameof(options)
            );
        }

        var identity = ServiceIdentity.Of(options.ClientId);
        Blobs = new BlobServiceClient(ServiceUri(account, "blob"), identity, blobOptions);
        Queues = new QueueServiceClient(ServiceUri(account, "queue"), identity, queueOptions);
        Tables = new TableServiceClient(ServiceUri(account, "table"), identity, tableOptions);
    }

    /// <summary>Blobs.</summary>
    public BlobServiceClient Blobs { get; }

    /// <summary>Queues; messages are base64, as the Functions host expects them.</summary>
    public QueueServiceClient Queues { get; }

    /// <summary>Tables.</summary>
    public TableServiceClient Tables { get; }

    /// <summary>Creates the containers, queues and tables that do not exist yet.</summary>
    public async Task CreateAllAsync(CancellationToken cancellationToken)
    {
        foreach (var container in StorageNames.Containers)
        {
            await StorageCall.RunAsync(() =>
                Blobs.GetBlobContainerClient(container).CreateIfNotExistsAsync(cancellationToken: cancellationToken)
            );
        }

        foreach (var queue in StorageNames.Queues)
        {
            await StorageCall.RunAsync(() => Queues.GetQueueClient(queue).CreateIfNotExistsAsync(cancellationToken: cancellationToken));
        }

        foreach (var table in StorageNames.Tables)
        {
            await StorageCall.RunAsync(() => Tables.CreateTableIfNotExistsAsync(table, cancellationToken));
        }
    }

    private static T WithRetries<T>(T client, StorageOptions options)
        where T : ClientOptions
    {
        client.Retry.MaxRetries = Retries;
        client.Retry.NetworkTimeout = options.TryTime;
        client.Retry.Delay = options.RetryDelay;
        return client;
    }

    private static Uri ServiceUri(string account, string service) => new($"https://{account}.{service}.core.windows.net");
}
