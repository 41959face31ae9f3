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
