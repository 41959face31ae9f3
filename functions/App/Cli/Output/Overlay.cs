using GroundedDocs.Documents.Pages;
using GroundedDocs.Documents.Results;
using GroundedDocs.Orchestration.Local;
using SkiaSharp;

namespace GroundedDocs.App.Cli.Output;

/// <summary>
/// Draws the boxes of a result on the pictures of its pages, coloured by confidence: blue for high, amber for medium, and, as
/// colours alone do not serve everybody, a thicker purple line for low.
/// </summary>
internal static class Overlay
{
    private const float LabelShare = 0.011f;

    /// <summary>Writes one PNG a page, named after the document and the page, into the folder.</summary>
    public static void Write(string folder, string id, IReadOnlyList<PageImage> pages, RunResult result)
    {
        Directory.CreateDirectory(folder);
        foreach (var page in pages)
        {
            var turn = result.Pages.FirstOrDefault(known => known.Number == page.PageNumber)?.RotationDegrees ?? 0;
            using var picture = Upright(page.Jpeg, turn);
            Draw(picture, BoxesOf(result.Document.Fields, page.PageNumber));
            using var image = SKImage.FromBitmap(picture);
            using var png = image.Encode(SKEncodedImageFormat.Png, 100);
            using var file = File.Create(Path.Combine(folder, $"{Path.GetFileName(id)}-{page.PageNumber}.png"));
            png.SaveTo(file);
        }
    }

    /// <summary>The boxes that fields have on a page.</summary>
    public static IEnumerable<OverlayBox> BoxesOf(IEnumerable<GroundedField> fields, int pageNumber) =>
        from field in fields
        from box in field.Boxes
        where box.Region.PageNumber == pageNumber
        select new OverlayBox(field.Path.ToString(), field.Confidence, box.Region.Box);

    /// <summary>A page's picture, turned upright.</summary>
    public static SKBitmap Upright(ReadOnlyMemory<byte> jpeg, int clockwiseDegrees)
    {
        using var drawn = SKBitmap.Decode(jpeg.Span);
        var isOnItsSide = clockwiseDegrees is 90 or 270;
        var (width, height) = isOnItsSide ? (drawn.Height, drawn.Width) : (drawn.Width, drawn.Height);
        var upright = new SKBitmap(width, height);
        using var canvas = new SKCanvas(upright);
        canvas.Translate(width / 2f, height / 2f);
        canvas.RotateDegrees(clockwiseDegrees);
        canvas.DrawBitmap(drawn, -drawn.Width / 2f, -drawn.Height / 2f, SKSamplingOptions.Default);
        return upright;
    }

    /// <summary>Draws boxes with the names of their fields.</summary>
    public static void Draw(SKBitmap picture, IEnumerable<OverlayBox> boxes)
    {
        using var canvas = new SKCanvas(picture);
        using var font = new SKFont(SKTypeface.Default, Math.Max(9, picture.Height * LabelShare));
        foreach (var box in boxes)
        {
            using var line = new SKPaint
            {
                Color = ColorOf(box.Confidence),
                Style = SKPaintStyle.Stroke,
                StrokeWidth = box.Confidence == ConfidenceBand.Low ? 4 : 2,
                IsAntialias = true,
            };
            using var fill = new SKPaint { Color = ColorOf(box.Confidence), IsAntialias = true };
            var area = SKRect.Create(
                (float)box.Box.Left * picture.Width,
                (float)box.Box.Top * picture.Height,
                (float)box.Box.Width * picture.Width,
                (float)box.Box.Height * picture.Height
            );
            canvas.DrawRect(area, line);
            canvas.DrawText(box.Name, area.Left, area.Top - 3, SKTextAlign.Left, font, fill);
        }
    }

    private static SKColor ColorOf(ConfidenceBand band) =>
        band switch
        {
            ConfidenceBand.High => new SKColor(0, 114, 178),
            ConfidenceBand.Medium => new SKColor(200, 130, 0),
            _ => new SKColor(194, 48, 122),
        };
}
