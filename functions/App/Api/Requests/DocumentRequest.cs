using System.ComponentModel;

namespace GroundedDocs.App.Api.Requests;

/// <summary>A document to extract from: a file that was uploaded, or an address.</summary>
internal sealed record DocumentRequest : GenerateRequest
{
    [Description("The id of an uploaded file.")]
    public string? FileId { get; init; }

    [Description("An https address, or a data URI; instead of file_id.")]
    public SourceReference? Url { get; init; }
}
