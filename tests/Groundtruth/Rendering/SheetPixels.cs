using GroundedDocs.Groundtruth.Drawing;
using SkiaSharp;

namespace GroundedDocs.Groundtruth.Rendering;

/// <summary>Draws a sheet as pixels.</summary>
public static class SheetPixels
{
    /// <summary>Draws on paper of the given colour, through <paramref name="toPixels"/>; <paramref name="around"/> is what lies outside the sheet.</summary>
    public static SKBitmap Draw(Sheet sheet, SKMatrix toPixels, SKSizeI size, SKColor paper, SKColor around)
    {
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(around);
        canvas.SetMatrix(toPixels);
        Fill(canvas, SKRect.Create(0, 0, sheet.Width, sheet.Height), paper);
        sheet.Backdrop?.Invoke(canvas);
        foreach (var panel in sheet.Panels)
        {
            Fill(canvas, panel.Area, panel.Color);
        }

        foreach (var line in sheet.Lines)
        {
            using var outline = line.OutlineOf(0, line.Text.Length);
            using var ink = new SKPaint { Color = line.Style.Color, IsAntialias = true };
            canvas.DrawPath(outline, ink);
        }

        return bitmap;
    }

    private static void Fill(SKCanvas canvas, SKRect area, SKColor color)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawRect(area, paint);
    }
}
