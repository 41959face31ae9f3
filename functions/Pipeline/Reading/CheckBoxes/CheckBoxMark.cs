using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading.CheckBoxes;

/// <summary>Tells whether a drawn check box carries a mark, by the ink inside its border.</summary>
internal static class CheckBoxMark
{
    /// <summary>Share of the inside that a mark inks: the thinnest stroke across gives about twice as much.</summary>
    private const double FaintestMark = 0.05;

    /// <summary>The same for a small square: a pixel of its soft border that lies inside is a large share already.</summary>
    private const double FaintestSmallMark = 0.3;

    /// <summary>The same where the mark sticks out of a small square, so that there is one.</summary>
    public const double FaintestCrossing = 0.2;

    /// <summary>The border of a small square and its soft edge, in pixels.</summary>
    private const int SmallInset = 2;

    /// <summary>In pixels: how far the soft edge of a scanned stroke reaches.</summary>
    private const double SoftEdge = 1.5;

    /// <summary>Share of ink at which the answer is sure: far from the threshold on either side.</summary>
    private const double SureDistance = 0.05;

    /// <summary>Reads one square.</summary>
    /// <param name="ink">The page.</param>
    /// <param name="square">Where it is.</param>
    /// <param name="isReadAsEmpty">Whether recognition saw an empty square: dirt inside a small one misleads a count of pixels.</param>
    public static CheckBox Read(InkMap ink, SquareOutline square, bool isReadAsEmpty)
    {
        var share = ShareOf(ink, square);
        var faintest = square switch
        {
            { IsSmall: false } => FaintestMark,
            _ when square.Extent != square.Box => FaintestCrossing,
            _ => FaintestSmallMark,
        };
        var confidence = 0.6 + (0.35 * Math.Min(1, Math.Abs(share - faintest) / SureDistance));
        var isSelected = share >= faintest && !(isReadAsEmpty && square.IsSmall);
        return new CheckBox(Around(square, ink.Size), isSelected, confidence, WordSource.Recognition);
    }

    /// <summary>Share of the inside of a square that is ink, 0..1.</summary>
    public static double ShareOf(InkMap ink, SquareOutline square)
    {
        var inset = square.IsSmall ? SmallInset : square.Border + Math.Max(1, square.Box.Width / 12);
        var inside = new PixelBox(square.Box.Left + inset, square.Box.Top + inset, square.Box.Right - inset, square.Box.Bottom - inset);
        return ink.Share(inside);
    }

    // The soft edge of its border is a good part of a small square, as it is of small print.
    private static BoundingBox Around(SquareOutline square, PixelSize size)
    {
        var (x, y) = square.IsSmall ? (SoftEdge / size.Width, SoftEdge / size.Height) : (0, 0);
        var box = square.Extent.Normalised(size);
        return BoundingBox.FromEdges(box.Left - x, box.Top - y, box.Right + x, box.Bottom + y).ClampedToPage();
    }
}
