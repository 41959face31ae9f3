namespace GroundedDocs.Pipeline.Extraction;

/// <summary>A run of neighbouring pages among those that were selected.</summary>
/// <param name="FirstPageIndex">Index of its first page among the selected ones, from 0.</param>
/// <param name="PageCount">How many pages it has, at least 1.</param>
public readonly record struct PageWindow(int FirstPageIndex, int PageCount);
