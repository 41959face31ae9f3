namespace GroundedDocs.Pipeline.Pages;

/// <summary>Which pages of a document to work on.</summary>
/// <param name="PageNumbers">The pages, counted from 1, ascending; null for all of them.</param>
public sealed record PageSelection(IReadOnlyList<int>? PageNumbers)
{
    /// <summary>Every page.</summary>
    public static PageSelection All { get; } = new((IReadOnlyList<int>?)null);

    /// <summary>Whether a page is wanted.</summary>
    public bool Contains(int pageNumber) => PageNumbers is null || PageNumbers.Contains(pageNumber);
}
