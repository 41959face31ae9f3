using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Pages;

namespace GroundedDocs.Adapters.Sandbox;

/// <summary>A file opened inside a reader process. Only one call at a time.</summary>
internal interface IOpenedFile : IDisposable
{
    /// <summary>How many pages it has, at least 1.</summary>
    int PageCount { get; }

    /// <summary>The pages with the given numbers, in order, each as soon as it is drawn.</summary>
    IEnumerable<SplitPage> ReadPages(IReadOnlyList<int> pageNumbers);

    /// <summary>One region of a page, <paramref name="scale"/> times as large as on the page's picture.</summary>
    Result<PageImage> ReadRegion(PageRegion region, double scale);
}
