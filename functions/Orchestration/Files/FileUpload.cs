namespace GroundedDocs.Orchestration.Files;

/// <summary>A file as somebody sends it.</summary>
/// <param name="FileName">What its sender calls it.</param>
/// <param name="Purpose">What its sender says it is for.</param>
public sealed record FileUpload(string FileName, string Purpose);
