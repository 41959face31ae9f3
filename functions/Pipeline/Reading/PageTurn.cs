using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Reading;

/// <summary>Turns boxes and sizes clockwise by quarter turns.</summary>
internal static class PageTurn
{
    /// <summary>The size of a page after turning.</summary>
    public static PixelSize Turn(PixelSize size, int degrees) => degrees % 180 == 0 ? size : new PixelSize(size.Height, size.Width);

    /// <summary>The same place after the page was turned.</summary>
    public static BoundingBox Turn(BoundingBox box, int degrees) =>
        degrees switch
        {
            90 => new BoundingBox(1 - box.Bottom, box.Left, box.Height, box.Width),
            180 => new BoundingBox(1 - box.Right, 1 - box.Bottom, box.Width, box.Height),
            270 => new BoundingBox(box.Top, 1 - box.Right, box.Height, box.Width),
            _ => box,
        };

    /// <summary>The same word after the page was turned; a word that is no longer level has no character edges.</summary>
    public static Word Turn(Word word, int degrees) =>
        degrees == 0 ? word : word with { Box = Turn(word.Box, degrees), CharacterEdges = null };
}
