using System.ComponentModel;

namespace GroundedDocs.App.Api.Requests;

/// <summary>Pictures to extract from; each is a page, in order.</summary>
internal sealed record ImageRequest : GenerateRequest
{
    [Description("Data URIs or https addresses.")]
    public IReadOnlyList<SourceReference>? Images { get; init; }
}
