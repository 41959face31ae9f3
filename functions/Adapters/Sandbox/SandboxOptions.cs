namespace GroundedDocs.Adapters.Sandbox;

/// <summary>How the child processes that open untrusted files are started, and what they may use.</summary>
public sealed record SandboxOptions
{
    /// <summary>The hidden verb that makes the executable a reader.</summary>
    public const string ReaderVerb = "reader-child";

    /// <summary>The executable to start; by default this program's own.</summary>
    public string ExecutablePath { get; init; } = Path.Combine(AppContext.BaseDirectory, "GroundedDocs");

    /// <summary>Most readers at a time. Drawing a page keeps one core busy, so more than there are cores only costs memory.</summary>
    public int PoolSize { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 8);

    /// <summary>
    /// Time until a file's first answer, the start of the reader included. Opening 2,000 pages takes under a second, a cold start two
    /// on a busy machine; what takes longer hangs.
    /// </summary>
    public TimeSpan OpenTimeout { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>Time for one page. Real pages take a tenth of a second, maps a few seconds.</summary>
    public TimeSpan PageTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many pages of a document may time out or kill their reader before the rest is given up.</summary>
    public int MaximumLostPages { get; init; } = 2;

    /// <summary>Resident memory of a reader in bytes, looked at several times a second; over it the reader is killed.</summary>
    public long MemoryBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Address space of the program that draws PDF pages, in bytes: it is asked of the system, so that nothing goes beyond.</summary>
    public long RendererMemoryBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Files after which a reader is replaced, so that what parsers leak stays small.</summary>
    public int FilesPerReader { get; init; } = 200;

    /// <summary>How often memory and time are looked at.</summary>
    public TimeSpan WatchInterval { get; init; } = TimeSpan.FromMilliseconds(100);
}
