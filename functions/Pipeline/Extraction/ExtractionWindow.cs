using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;

namespace GroundedDocs.Pipeline.Extraction;

/// <summary>Neighbouring pages that are extracted together.</summary>
/// <param name="Pages">Their layouts, in page order.</param>
/// <param name="Images">Their pictures, in the same order; an extractor that reads text alone does not ask for them.</param>
public sealed record ExtractionWindow(IReadOnlyList<PageLayout> Pages, IReadOnlyList<Func<CancellationToken, Task<PageImage>>> Images)
{
    /// <summary>How large the pictures should be for an extractor that looks at them.</summary>
    public ImageDetail Detail { get; init; }
}
