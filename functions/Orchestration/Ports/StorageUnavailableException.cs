namespace GroundedDocs.Orchestration.Ports;

/// <summary>
/// Storage answered with 429, 5xx or not at all, after the client's own retries. Nothing can be recorded then, so that
/// the only right thing is to let the message be delivered again.
/// </summary>
public sealed class StorageUnavailableException : Exception
{
    /// <summary>Storage did not answer.</summary>
    public StorageUnavailableException()
        : base("Storage did not answer; the message will be delivered again.") { }

    /// <summary>Storage did not answer, because of another exception.</summary>
    public StorageUnavailableException(string message, Exception innerException)
        : base(message, innerException) { }
}
