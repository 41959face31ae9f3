namespace GroundedDocs.Orchestration.Ports;

/// <summary>The address of a blob.</summary>
/// <param name="Container">One of <see cref="StorageNames"/>' containers.</param>
/// <param name="Path">The name inside it: any characters, up to 1,024 of them.</param>
public readonly record struct BlobName(string Container, string Path)
{
    /// <summary>For messages about storage, never for logs of callers' names.</summary>
    public override string ToString() => $"{Container}/{Path}";
}
