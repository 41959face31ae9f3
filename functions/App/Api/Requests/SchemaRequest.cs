using System.ComponentModel;

namespace GroundedDocs.App.Api.Requests;

/// <summary>Asks for the schema of a domain.</summary>
internal sealed record SchemaRequest
{
    [Description("The domain, such as document.invoice.")]
    public string? Domain { get; init; }

    [Description("The fields wanted, as a GraphQL selection; all if missing.")]
    public string? GqlStmt { get; init; }

    public SchemaConfig? Config { get; init; }

    /// <summary>Where newer clients put the same.</summary>
    internal sealed record SchemaConfig
    {
        public string? GqlStmt { get; init; }
    }
}
