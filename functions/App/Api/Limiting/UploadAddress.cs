namespace GroundedDocs.App.Api.Limiting;

/// <summary>Marks an endpoint that a secret in its address opens instead of a key.</summary>
internal sealed class UploadAddress;
