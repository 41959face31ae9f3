namespace GroundedDocs.Adapters.Storage;

/// <summary>Which storage account to use, in the words of the Functions host.</summary>
public sealed record StorageOptions
{
    /// <summary>A connection string (<c>AzureWebJobsStorage</c>): the local emulator's, say. Null to use an identity.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The account's name (<c>AzureWebJobsStorage__accountName</c>), reached with the process's managed identity and no key.</summary>
    public string? AccountName { get; init; }

    /// <summary>
    /// Time for one try of a request; three more may follow.
    /// </summary>
    public TimeSpan TryTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The delay before the second try; each further one waits twice as long.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(0.8);

    /// <summary>The client id of a user-assigned identity; null for the system's.</summary>
    public string? ClientId { get; init; }
}
