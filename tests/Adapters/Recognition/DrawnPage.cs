using GroundedDocs.Documents.Geometry;
using GroundedDocs.Groundtruth.Drawing;
using GroundedDocs.Pipeline.Reading;
using SkiaSharp;

namespace GroundedDocs.Tests.Adapters.Recognition;

/// <summary>A page drawn by a test. Its truth comes from the outlines of the glyphs, not from any reader.</summary>
internal sealed class DrawnPage(int width, int height, float skewDegrees = 0, bool isInverted = false)
{
    private readonly List<(string Text, SKPath Outline)> words = [];
    private readonly List<SKRect> marks = [];

    /// <summary>What is printed, and the tight box around its ink, normalised to the upright page.</summary>
    public IReadOnlyList<(string Text, BoundingBox Box)> Words => [.. words.Select(word => (word.Text, BoxOf(word.Outline)))];

    /// <summary>A page of a letter: ordinary words and numbers in two faces and sizes.</summary>
    public static DrawnPage Letter(float skewDegrees = 0) =>
        new DrawnPage(900, 700, skewDegrees)
            .Write("Harbour Lane Trading Company", 120, 110, 34, Face.SansBold)
            .Write("Invoice number 2047 dated 14 March 2024", 120, 190, 24)
            .Write("Delivery address: 12 Mill Road, Norwich", 120, 240, 24)
            .Write("Paper and envelopes 118.40", 120, 330, 24, Face.Serif)
            .Write("Printing of brochures 1,250.00", 120, 380, 24, Face.Serif)
            .Write("Amount payable within thirty days", 120, 470, 24)
            .Write("Thank you for your order", 120, 560, 24);

    /// <summary>Prints one line, words parted by single spaces.</summary>
    public DrawnPage Write(string line, float x, float baseline, float size, Face face = Face.Sans)
    {
        using var font = new SKFont(FontFiles.TypefaceOf(face), size);
        var start = 0;
        foreach (var word in line.Split(' '))
        {
            using var outline = font.GetTextPath(word, new SKPoint(x + font.MeasureText(line[..start]), baseline));
            var turned = new SKPath();
            outline.Transform(SKMatrix.CreateRotationDegrees(skewDegrees, width / 2f, height / 2f), turned);
            words.Add((word, turned));
            start += word.Length + 1;
        }

        return this;
    }

    /// <summary>Inks a rectangle that is no text: a rule, a speck, a dot of a halftone.</summary>
    public DrawnPage Mark(float x, float y, float markWidth, float markHeight)
    {
        marks.Add(new SKRect(x, y, x + markWidth, y + markHeight));
        return this;
    }

    /// <summary>The pixels, turned clockwise by a number of degrees that is a multiple of 90.</summary>
    public Raster Picture(int clockwiseDegrees = 0)
    {
        var isOnItsSide = clockwiseDegrees % 180 != 0;
        var size = isOnItsSide ? new PixelSize(height, width) : new PixelSize(width, height);
        using var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(isInverted ? SKColors.Black : SKColors.White);
        canvas.Translate(size.Width / 2f, size.Height / 2f);
        canvas.RotateDegrees(clockwiseDegrees);
        canvas.Translate(-width / 2f, -height / 2f);
        using var ink = new SKPaint { Color = isInverted ? SKColors.White : SKColors.Black, IsAntialias = true };
        words.ForEach(word => canvas.DrawPath(word.Outline, ink));
        marks.ForEach(mark => canvas.DrawRect(mark, ink));
        var pixels = bitmap.Bytes;
        return new Raster(size, [.. pixels.Where((_, i) => i % 4 != 3)]);
    }

    private BoundingBox BoxOf(SKPath outline)
    {
        var ink = outline.TightBounds;
        return new BoundingBox(ink.Left / width, ink.Top / height, ink.Width / width, ink.Height / height);
    }
}
