using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.App.Api;

/// <summary>A file of this machine that is gone when it is disposed of. Its name has nothing to do with any caller's.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly IDisposable? copy;

    /// <summary>A new, empty file.</summary>
    public TemporaryFile() => Path = System.IO.Path.GetTempFileName();

    /// <summary>A copy of a stored file, with which it ends.</summary>
    public TemporaryFile(LocalCopy copy)
    {
        this.copy = copy;
        Path = copy.Path;
    }

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    /// <summary>Writes up to a number of bytes.</summary>
    /// <returns>False when there were more.</returns>
    public async Task<bool> WriteAsync(Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        await using var file = File.Create(Path);
        var buffer = new byte[64 * 1024];
        var written = 0L;
        while (await content.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            written += count;
            if (written > maxBytes)
            {
                return false;
            }

            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return true;
    }

    public void Dispose()
    {
        if (copy is not null)
        {
            copy.Dispose();
            return;
        }

        File.Delete(Path);
    }
}
