using GroundedDocs.Groundtruth.Drawing;
using SkiaSharp;

namespace GroundedDocs.Groundtruth.Rendering;

/// <summary>A page as a flat-bed scanner sees it: a little skewed, gray, with noise and specks of dust.</summary>
public sealed record Scan(FinishedPage Page, byte[] Gray, int Width, int Height)
{
    private const double SensorDeviation = 7;

    /// <summary>Scans a sheet at a resolution, turned by a skew in degrees, clockwise positive.</summary>
    public static Scan Of(Sheet sheet, int dpi, double skewDegrees, int seed)
    {
        var scale = dpi / 72f;
        var size = new SKSizeI((int)Math.Round(sheet.Width * scale), (int)Math.Round(sheet.Height * scale));
        var turned = SKMatrix.CreateRotationDegrees((float)skewDegrees, size.Width / 2f, size.Height / 2f);
        var toPixels = SKMatrix.Concat(turned, SKMatrix.CreateScale(scale, scale));
        using var drawn = SheetPixels.Draw(sheet, toPixels, size, SKColors.White, SKColors.White);
        var page = new FinishedPage(toPixels, new SKSize(size.Width, size.Height));
        return new Scan(page, Soiled(drawn.GetPixelSpan(), size, new Grain(seed)), size.Width, size.Height);
    }

    private static byte[] Soiled(ReadOnlySpan<byte> rgba, SKSizeI size, Grain grain)
    {
        var gray = new byte[size.Width * size.Height];
        for (var i = 0; i < gray.Length; i++)
        {
            var light = (0.3 * rgba[i * 4]) + (0.59 * rgba[(i * 4) + 1]) + (0.11 * rgba[(i * 4) + 2]);
            gray[i] = (byte)Math.Clamp((light * 0.93) + 8 + grain.Next(SensorDeviation), 0, 255);
        }

        for (var speck = 0; speck < gray.Length / 20_000; speck++)
        {
            var at = (int)grain.Between(0, gray.Length - size.Width - 2);
            gray[at] = gray[at + 1] = gray[at + size.Width] = (byte)grain.Between(60, 160);
        }

        return gray;
    }
}
