using System.Text.Json;

namespace GroundedDocs.Pipeline.Extraction.Domains;

/// <summary>A domain as it is written in its file.</summary>
internal sealed record DomainFile(string Name, string Description, string Version, JsonElement Schema);
