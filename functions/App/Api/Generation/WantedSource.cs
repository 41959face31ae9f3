using GroundedDocs.App.Api.Errors;
using GroundedDocs.App.Api.Requests;

namespace GroundedDocs.App.Api.Generation;

/// <summary>Where the bytes of a document are, as a request says it.</summary>
internal sealed record WantedSource
{
    /// <summary>An uploaded file; null for anything else.</summary>
    public string? FileId { get; init; }

    /// <summary>The parts: one document, or pictures that are a page each.</summary>
    public IReadOnlyList<SourceReference> Parts { get; init; } = [];

    /// <summary>Whether the parts are pictures.</summary>
    public bool ArePictures { get; init; }

    /// <summary>What is wrong with what the request says; the rest holds only when this is null.</summary>
    public ApiError? Error { get; init; }
}
