using GroundedDocs.Adapters.Recognition.Pixels;

namespace GroundedDocs.Adapters.Recognition.Detection;

/// <summary>The direction of the lines of a page.</summary>
internal static class Skew
{
    // A region must be this many times longer than high before its own direction is trustworthy.
    private const double LongAspect = 5;

    /// <summary>The median direction of long lines in radians, clockwise, each weighted by its length; 0 when there are none.</summary>
    public static double Of(IEnumerable<RotatedBox> boxes)
    {
        var directions = boxes
            .Where(IsLong)
            .Select(box => (box.Angle, Length: Math.Max(box.Width, box.Height)))
            .OrderBy(line => line.Angle)
            .ToList();
        var rest = directions.Sum(line => line.Length) / 2;
        foreach (var (angle, length) in directions)
        {
            rest -= length;
            if (rest <= 0)
            {
                return angle;
            }
        }

        return 0;
    }

    /// <summary>A region's box: long ones show their own direction, short ones get the page's, because their outline says little.</summary>
    public static RotatedBox Straightened(PixelPoint[] hull, RotatedBox box, double skew) =>
        IsLong(box) ? box : MinimumRectangle.At(hull, skew);

    private static bool IsLong(RotatedBox box) => Math.Max(box.Width, box.Height) >= LongAspect * Math.Min(box.Width, box.Height);
}
