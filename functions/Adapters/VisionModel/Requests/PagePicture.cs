using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Adapters.VisionModel.Requests;

/// <summary>A page's picture as it is sent to the model.</summary>
/// <param name="PageNumber">The page, counted from 1.</param>
/// <param name="Size">Its size in pixels as sent: the space of a model's pixel boxes.</param>
/// <param name="Jpeg">The picture as JPEG; empty where a page has none: then the model reads its text alone.</param>
public sealed record PagePicture(int PageNumber, PixelSize Size, ReadOnlyMemory<byte> Jpeg);
