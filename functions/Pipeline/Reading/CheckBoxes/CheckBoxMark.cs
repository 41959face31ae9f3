using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading.CheckBoxes;

/// <summary>Tells whether a drawn check box carries a mark, by the ink inside its border.</summary>
internal static class CheckBoxMark
{
    /// <summary>Share of the inside that a mark inks: the thinnest stroke across gives about twice as much.</summary>
    private const double FaintestMark = 0.05;

    /// <summary>Share of ink at which the answer is sure: far from the threshold on either side.</summary>
    private const double SureDistance = 0.05;

    /// <summary>Reads one square.</summary>
    public static CheckBox Read(InkMap ink, SquareOutline square)
    {
        var inset = square.Border + Math.Max(1, square.Box.Width / 12);
        var inside = new PixelBox(square.Box.Left + inset, square.Box.Top + inset, square.Box.Right - inset, square.Box.Bottom - inset);
        var share = ink.Share(inside);
        var confidence = 0.6 + (0.35 * Math.Min(1, Math.Abs(share - FaintestMark) / SureDistance));
        return new CheckBox(square.Box.Normalised(ink.Size), share >= FaintestMark, confidence, WordSource.Recognition);
    }
}
