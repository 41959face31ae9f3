namespace GroundedDocs.Orchestration.Ports;

/// <summary>One blob of a listing.</summary>
/// <param name="Name">Its address.</param>
/// <param name="ETag">Changes with every write.</param>
/// <param name="SizeBytes">Its size.</param>
/// <param name="WrittenAt">When it was last written, by the store's clock.</param>
public sealed record BlobEntry(BlobName Name, string ETag, long SizeBytes, DateTimeOffset WrittenAt);
