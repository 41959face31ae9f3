using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading.Soundness;

/// <summary>Remembers which parts of a page are spoken for, in cells of a few pixels.</summary>
internal sealed class CoverMap(PixelSize size)
{
    private const int CellPixels = 4;
    private readonly int columns = (size.Width / CellPixels) + 1;
    private readonly bool[] covered = new bool[((size.Width / CellPixels) + 1) * ((size.Height / CellPixels) + 1)];

    /// <summary>Marks a box.</summary>
    public void Cover(PixelBox box)
    {
        for (var row = box.Top / CellPixels; row <= box.Bottom / CellPixels; row++)
        {
            covered.AsSpan((row * columns) + (box.Left / CellPixels), ((box.Right - box.Left) / CellPixels) + 1).Fill(true);
        }
    }

    /// <summary>Whether the middle of a box, or a third of its cells, is marked.</summary>
    public bool IsCovered(PixelBox box)
    {
        if (covered[((int)box.CenterY / CellPixels * columns) + ((int)box.CenterX / CellPixels)])
        {
            return true;
        }

        var (marked, all) = (0, 0);
        for (var row = box.Top / CellPixels; row <= box.Bottom / CellPixels; row++)
        {
            for (var column = box.Left / CellPixels; column <= box.Right / CellPixels; column++)
            {
                all++;
                marked += covered[(row * columns) + column] ? 1 : 0;
            }
        }

        return marked * 3 > all;
    }
}
