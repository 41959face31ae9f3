using GroundedDocs.Pipeline.Assembly;

namespace GroundedDocs.Orchestration.Runs;

/// <summary>What a run is asked for, as it is stored beside its source. Equal requests on equal bytes share a run.</summary>
public sealed record RunRequest
{
    /// <summary>The name its sender gave the document; for messages only. It does not tell runs apart.</summary>
    public string DocumentName { get; init; } = "document";

    /// <summary>What to do with it.</summary>
    public RunTask Task { get; init; }

    /// <summary>What a page is called in the usage: <c>page</c>, or <c>image</c> for pictures.</summary>
    public string Element { get; init; } = "page";

    /// <summary>The domain, or null to classify (or to use <see cref="SchemaJson"/> alone).</summary>
    public string? Domain { get; init; }

    /// <summary>A schema that replaces the domain's, or null.</summary>
    public string? SchemaJson { get; init; }

    /// <summary>Which metadata the response carries.</summary>
    public ResponseOptions Response { get; init; } = new();

    /// <summary>The pages wanted, counted from 1, ascending; null for all.</summary>
    public IReadOnlyList<int>? PageNumbers { get; init; }

    /// <summary>How large pictures are sent to a model: <c>auto</c>, <c>lo</c> or <c>hi</c>.</summary>
    public string Detail { get; init; } = "auto";
}
