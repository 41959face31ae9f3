namespace GroundedDocs.App.Cli;

/// <summary>The limits of the command line, with their reasons.</summary>
internal static class CliLimits
{
    /// <summary>Documents of one manifest: all of them are queued in memory.</summary>
    public const int ManifestLines = 100_000;

    /// <summary>Documents worked on at the same time: each may hold its pages in memory.</summary>
    public const int Workers = 64;

    /// <summary>Bytes of a schema file: far above what any model or person reads.</summary>
    public const long SchemaBytes = 1024 * 1024;
}
