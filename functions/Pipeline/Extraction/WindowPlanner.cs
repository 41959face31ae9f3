namespace GroundedDocs.Pipeline.Extraction;

/// <summary>Cuts a document into windows of neighbouring pages.</summary>
public static class WindowPlanner
{
    /// <summary>
    /// As few windows as the extractor allows, as equal as possible, so that no short window is left over at the end.
    /// </summary>
    /// <param name="pageCount">Pages of the document; none gives no window.</param>
    /// <param name="maxWindowPages">What <see cref="IExtractor.MaxWindowPages"/> says, at least 1.</param>
    public static IReadOnlyList<PageWindow> Plan(int pageCount, int maxWindowPages)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pageCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxWindowPages, 1);
        var windowCount = (pageCount + maxWindowPages - 1) / maxWindowPages;
        var windows = new List<PageWindow>(windowCount);
        for (var (i, first) = (0, 0); i < windowCount; i++)
        {
            var size = ((pageCount - first) + windowCount - i - 1) / (windowCount - i);
            windows.Add(new PageWindow(first, size));
            first += size;
        }

        return windows;
    }
}
