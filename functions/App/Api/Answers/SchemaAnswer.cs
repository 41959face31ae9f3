using System.ComponentModel;
using System.Text.Json;

namespace GroundedDocs.App.Api.Answers;

/// <summary>The schema of a domain, or the part of it that was asked for.</summary>
internal sealed record SchemaAnswer
{
    public required string Domain { get; init; }

    public required string Description { get; init; }

    public required string SchemaVersion { get; init; }

    [Description("First 8 hexadecimal digits of the SHA-256 of the key-sorted JSON Schema.")]
    public required string SchemaHash { get; init; }

    public required string GqlStmt { get; init; }

    public required JsonElement JsonSchema { get; init; }
}
