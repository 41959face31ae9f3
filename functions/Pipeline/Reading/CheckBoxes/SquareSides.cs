using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading.CheckBoxes;

/// <summary>Counts the ink of the four sides of a square.</summary>
internal static class SquareSides
{
    /// <summary>Pixels of ink in the four bands along the edges, corners counted twice; null when a band has less than the least share.</summary>
    public static int? Ink(InkMap ink, PixelBox square, int band, double leastShare)
    {
        var sum = 0;
        foreach (var side in square.Sides(band))
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
