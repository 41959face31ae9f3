using GroundedDocs.Documents;
using GroundedDocs.Documents.Pages;

namespace GroundedDocs.Pipeline.Reading;

/// <summary>Decodes page images, which our own renderer has encoded.</summary>
public interface IPageDecoder
{
    /// <summary>The pixels of a page image.</summary>
    Result<Raster> Decode(PageImage image);
}
