using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Pipeline.Reading.Ink;

/// <summary>A rectangle of whole pixels: left and top inside, right and bottom just outside.</summary>
internal readonly record struct PixelBox(int Left, int Top, int Right, int Bottom)
{
    public int Width => Right - Left;

    public int Height => Bottom - Top;

    public double CenterX => (Left + Right) / 2.0;

    public double CenterY => (Top + Bottom) / 2.0;

    /// <summary>The pixels that a normalised box touches; empty when it lies off the page.</summary>
    public static PixelBox From(BoundingBox box, PixelSize size)
    {
        var left = Math.Clamp((int)Math.Floor(box.Left * size.Width), 0, size.Width);
        var top = Math.Clamp((int)Math.Floor(box.Top * size.Height), 0, size.Height);
        var right = Math.Clamp((int)Math.Ceiling(box.Right * size.Width), left, size.Width);
        var bottom = Math.Clamp((int)Math.Ceiling(box.Bottom * size.Height), top, size.Height);
        return new PixelBox(left, top, right, bottom);
    }

    /// <summary>The box in shares of the page.</summary>
    public BoundingBox Normalised(PixelSize size) =>
        BoundingBox.FromEdges(
            (double)Left / size.Width,
            (double)Top / size.Height,
            (double)Right / size.Width,
            (double)Bottom / size.Height
        );

    /// <summary>Grown on all sides, cut at the page's edges.</summary>
    public PixelBox Grown(int horizontal, int vertical, PixelSize size) =>
        new(
            Math.Max(0, Left - horizontal),
            Math.Max(0, Top - vertical),
            Math.Min(size.Width, Right + horizontal),
            Math.Min(size.Height, Bottom + vertical)
        );

    /// <summary>The bands of this thickness along its edges: top, bottom, left, right. Each corner lies in two.</summary>
    public PixelBox[] Sides(int thickness) =>
        [
            this with
            {
                Bottom = Top + thickness,
            },
            this with
            {
                Top = Bottom - thickness,
            },
            this with
            {
                Right = Left + thickness,
            },
            this with
            {
                Left = Right - thickness,
            },
        ];

    /// <summary>Whether any pixel lies in both.</summary>
    public bool Overlaps(PixelBox other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>Whether a place lies inside.</summary>
    public bool Holds(double x, double y) => x >= Left && x < Right && y >= Top && y < Bottom;

    public PixelBox Union(PixelBox other) =>
        new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}
