namespace GroundedDocs.Orchestration.Ports;

/// <summary>A blob's bytes as a file on this machine; disposing it ends its use and deletes a temporary file.</summary>
/// <param name="path">Where the bytes lie.</param>
/// <param name="release">Called once when the file is no longer needed; null when the file is not ours.</param>
public sealed class LocalCopy(string path, Action? release = null) : IDisposable
{
    private Action? release = release;

    /// <summary>Where the bytes lie.</summary>
    public string Path { get; } = path;

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref release, null)?.Invoke();
}
