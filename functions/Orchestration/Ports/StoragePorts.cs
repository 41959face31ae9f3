namespace GroundedDocs.Orchestration.Ports;

/// <summary>The stores that the orchestration writes to.</summary>
public sealed record StoragePorts(IBlobStore Blobs, ITableStore Tables, IMessageSender Messages);
