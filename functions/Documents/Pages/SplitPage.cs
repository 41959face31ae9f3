namespace GroundedDocs.Documents.Pages;

/// <summary>One page as it leaves the split step.</summary>
/// <param name="PageNumber">The page, counted from 1.</param>
/// <param name="Image">Its picture, or the reason why there is none.</param>
/// <param name="TextLayer">Its text layer; empty for pictures.</param>
public sealed record SplitPage(int PageNumber, Result<PageImage> Image, TextLayer TextLayer);
