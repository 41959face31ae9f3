using GroundedDocs.Documents.Pages;
using GroundedDocs.Documents.Results;
using GroundedDocs.Orchestration.Local;
using SkiaSharp;

namespace GroundedDocs.App.Cli.Output;

/// <summary>Draws the boxes of a result on the pictures of its pages: green for high confidence, amber for medium, red for low.</summary>
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
            using var picture = Upright(page, turn);
            Draw(picture, page.PageNumber, result.Document);
            using var image = SKImage.FromBitmap(picture);
            using var png = image.Encode(SKEncodedImageFormat.Png, 100);
            using var file = File.Create(Path.Combine(folder, $"{Path.GetFileName(id)}-{page.PageNumber}.png"));
            png.SaveTo(file);
        }
    }

    private static SKBitmap Upright(PageImage page, int clockwiseDegrees)
    {
        using var drawn = SKBitmap.Decode(page.Jpeg.Span);
        var isOnItsSide = clockwiseDegrees is 90 or 270;
        var (width, height) = isOnItsSide ? (drawn.Height, drawn.Width) : (drawn.Width, drawn.Height);
        var upright = new SKBitmap(width, height);
        using var canvas = new SKCanvas(upright);
        canvas.Translate(width / 2f, height / 2f);
        canvas.RotateDegrees(clockwiseDegrees);
        canvas.DrawBitmap(drawn, -drawn.Width / 2f, -drawn.Height / 2f, SKSamplingOptions.Default);
        return upright;
    }

    private static void Draw(SKBitmap picture, int pageNumber, GroundedDocument document)
    {
        using var canvas = new SKCanvas(picture);
        using var font = new SKFont(SKTypeface.Default, Math.Max(9, picture.Height * LabelShare));
        foreach (var field in document.Fields)
        {
            using var line = new SKPaint
            {
                Color = ColorOf(field.Confidence),
                Style = SKPaintStyle.Stroke,
                StrokeWidth = 2,
                IsAntialias = true,
            };
            using var fill = new SKPaint { Color = ColorOf(field.Confidence), IsAntialias = true };
            foreach (var box in field.Boxes.Where(box => box.Region.PageNumber == pageNumber).Select(box => box.Region.Box))
            {
                var area = SKRect.Create(
                    (float)box.Left * picture.Width,
                    (float)box.Top * picture.Height,
                    (float)box.Width * picture.Width,
                    (float)box.Height * picture.Height
                );
                canvas.DrawRect(area, line);
                canvas.DrawText(field.Path.ToString(), area.Left, area.Top - 3, SKTextAlign.Left, font, fill);
            }
        }
    }

    private static SKColor ColorOf(ConfidenceBand band) =>
        band switch
        {
            ConfidenceBand.High => new SKColor(0, 140, 60),
            ConfidenceBand.Medium => new SKColor(214, 137, 0),
            _ => new SKColor(208, 32, 32),
        };
}
