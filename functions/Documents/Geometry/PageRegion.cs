namespace GroundedDocs.Documents.Geometry;

/// <summary>A rectangle on one page of a document.</summary>
/// <param name="PageNumber">The page, counted from 1.</param>
/// <param name="Box">The rectangle, normalised to that page.</param>
public readonly record struct PageRegion(int PageNumber, BoundingBox Box);
