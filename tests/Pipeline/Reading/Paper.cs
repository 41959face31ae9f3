using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.Tests.Pipeline.Reading;

/// <summary>A white page to draw on, pixel by pixel; words are drawn as rows of upright strokes.</summary>
internal sealed class Paper(int width, int height)
{
    private readonly byte[] rgb = [.. Enumerable.Repeat((byte)255, width * height * 3)];

    public PixelSize Size { get; } = new(width, height);

    public Raster Raster => new(Size, rgb);

    /// <summary>Paints a filled rectangle.</summary>
    public Paper Fill(int left, int top, int right, int bottom, byte gray = 0)
    {
        for (var y = top; y < bottom; y++)
        {
            rgb.AsSpan(((y * width) + left) * 3, (right - left) * 3).Fill(gray);
        }

        return this;
    }

    /// <summary>Paints the sides of a rectangle.</summary>
    public Paper Frame(int left, int top, int right, int bottom, int thickness = 2) =>
        Fill(left, top, right, top + thickness)
            .Fill(left, bottom - thickness, right, bottom)
            .Fill(left, top, left + thickness, bottom)
            .Fill(right - thickness, top, right, bottom);

    /// <summary>Paints a ring between two ellipses of the same centre.</summary>
    public Paper Ring(int left, int top, int right, int bottom, int thickness)
    {
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                if (IsInside(x, y, 0) && !IsInside(x, y, thickness))
                {
                    Fill(x, y, x + 1, y + 1);
                }
            }
        }

        return this;

        bool IsInside(int x, int y, int inset)
        {
            var (a, b) = (((right - left) / 2.0) - inset, ((bottom - top) / 2.0) - inset);
            var (dx, dy) = ((x + 0.5 - ((left + right) / 2.0)) / a, (y + 0.5 - ((top + bottom) / 2.0)) / b);
            return (dx * dx) + (dy * dy) <= 1;
        }
    }

    /// <summary>Paints a stroke from corner to corner.</summary>
    public Paper Stroke(int left, int top, int right, int bottom, int thickness)
    {
        for (var x = left; x < right; x++)
        {
            var y = top + ((x - left) * (bottom - top) / (right - left));
            Fill(x, y, Math.Min(x + thickness, width), y + thickness);
        }

        return this;
    }

    /// <summary>Paints something that looks like letters.</summary>
    public Paper Letters(PixelArea area, byte gray = 0)
    {
        for (var x = area.Left; x + 5 <= area.Right; x += 7)
        {
            Fill(x, area.Top, x + 5, area.Bottom, gray);
        }

        return this;
    }

    /// <summary>A word of a text layer at a place in pixels.</summary>
    public Word Word(string text, PixelArea area, WordSource source = WordSource.TextLayer) =>
        new(
            text,
            BoundingBox.FromEdges(
                (double)area.Left / width,
                (double)area.Top / height,
                (double)area.Right / width,
                (double)area.Bottom / height
            ),
            1,
            source
        );

    /// <summary>A rectangle in pixels.</summary>
    internal readonly record struct PixelArea(int Left, int Top, int Right, int Bottom);
}
