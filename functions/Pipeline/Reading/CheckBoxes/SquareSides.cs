using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading.CheckBoxes;

/// <summary>Counts the ink of the four sides of a square.</summary>
internal static class SquareSides
{
    /// <summary>Pixels of ink in the four bands along the edges, corners counted twice; null when a band has less than the least share.</summary>
    public static int? Ink(InkMap ink, PixelBox square, int band, double leastShare)
    {
        PixelBox[] sides =
        [
            square with
            {
                Bottom = square.Top + band,
            },
            square with
            {
                Top = square.Bottom - band,
            },
            square with
            {
                Right = square.Left + band,
            },
            square with
            {
                Left = square.Right - band,
            },
        ];
        var sum = 0;
        foreach (var side in sides)
        {
            var count = ink.Count(side);
            if (count < side.Width * side.Height * leastShare)
            {
                return null;
            }

            sum += count;
        }

        return sum;
    }
}
