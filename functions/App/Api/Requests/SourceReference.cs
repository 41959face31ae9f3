using System.Text.Json.Serialization;

namespace GroundedDocs.App.Api.Requests;

/// <summary>Where a caller's bytes are: at an address, or in the request itself as a data URI. One of the two is null.</summary>
/// <param name="Url">The address.</param>
/// <param name="Content">The bytes.</param>
[JsonConverter(typeof(SourceReferenceConverter))]
internal sealed record SourceReference(Uri? Url, byte[]? Content);
