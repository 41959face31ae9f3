using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Pages;

namespace GroundedDocs.Adapters.Sandbox;

/// <summary>What a reader is asked to do: hand out pages of a file, or one region of it.</summary>
/// <param name="Path">Where the file lies.</param>
/// <param name="FirstPage">Pages before this one (from 1) are skipped: a predecessor has handed them out.</param>
/// <param name="Pages">The pages wanted, or null for all.</param>
/// <param name="Region">The region wanted, or null for whole pages.</param>
/// <param name="Scale">How much larger than on the page image the region is wanted.</param>
/// <param name="Limits">What opening may cost.</param>
/// <param name="RendererMemoryBytes">Address space of the program that draws PDF pages.</param>
internal sealed record ReaderRequest(
    string Path,
    int FirstPage,
    IReadOnlyList<int>? Pages,
    PageRegion? Region,
    double Scale,
    PageLimits Limits,
    long RendererMemoryBytes
);
