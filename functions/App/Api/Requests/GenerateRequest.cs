using System.ComponentModel;

namespace GroundedDocs.App.Api.Requests;

/// <summary>What every request for a prediction says.</summary>
internal abstract record GenerateRequest
{
    [Description("Accepted for the sake of clients; the configured engine extracts whatever is named.")]
    public string? Model { get; init; }

    [Description("The kind of document, such as document.invoice; found out when missing.")]
    public string? Domain { get; init; }

    [Description(
        "true, or missing: answer at once with a pending prediction; /document/schema and /image/schema wait when missing. false: answer when the work is done."
    )]
    public bool? Batch { get; init; }

    public GenerationConfig? Config { get; init; }

    public RequestMetadata? Metadata { get; init; }

    [Description("Where the finished prediction is posted to.")]
    public string? CallbackUrl { get; init; }
}
