using GroundedDocs.Groundtruth.Drawing;
using SkiaSharp;

namespace GroundedDocs.Groundtruth.Rendering;

/// <summary>
/// A sheet of paper on a table as a telephone's camera sees it: turned and in perspective, lit from one side with a shadow across
/// it, a little out of focus, with sensor noise and JPEG's own.
/// </summary>
public sealed record Photograph(FinishedPage Page, byte[] Jpeg)
{
    private const double SensorDeviation = 5;
    private const int JpegQuality = 82;

    /// <summary>Takes the picture; the seed decides how the camera is held and where the light is.</summary>
    public static Photograph Of(Sheet sheet, SKSizeI size, int seed)
    {
        var grain = new Grain(seed);
        var toPixels = HeldAt(sheet, size, grain);
        using var drawn = SheetPixels.Draw(sheet, toPixels, size, new SKColor(244, 241, 233), new SKColor(92, 70, 54));
        using var soft = OutOfFocus(drawn);
        Light(soft.GetPixelSpan(), size, grain);
        using var image = SKImage.FromBitmap(soft);
        using var jpeg = image.Encode(SKEncodedImageFormat.Jpeg, JpegQuality);
        return new Photograph(new FinishedPage(toPixels, new SKSize(size.Width, size.Height)), jpeg.ToArray());
    }

    private static SKMatrix HeldAt(Sheet sheet, SKSizeI size, Grain grain)
    {
        var scale = Math.Min(size.Width * 0.88f / sheet.Width, size.Height * 0.93f / sheet.Height);
        var middle = new SKPoint(size.Width / 2f, size.Height / 2f);
        var tilt = SKMatrix.Identity with { Persp0 = (float)grain.Between(-3e-5, 3e-5), Persp1 = (float)grain.Between(1e-5, 4e-5) };
        var turn = SKMatrix.CreateRotationDegrees((float)(grain.Between(0.8, 2.2) * (grain.Between(-1, 1) < 0 ? -1 : 1)));
        var place = SKMatrix.CreateTranslation(middle.X, middle.Y);
        var toMiddle = SKMatrix.CreateScaleTranslation(scale, scale, -scale * sheet.Width / 2, -scale * sheet.Height / 2);
        return place.PreConcat(tilt).PreConcat(turn).PreConcat(toMiddle);
    }

    private static SKBitmap OutOfFocus(SKBitmap sharp)
    {
        var soft = new SKBitmap(sharp.Info);
        using var canvas = new SKCanvas(soft);
        using var blur = new SKPaint { ImageFilter = SKImageFilter.CreateBlur(0.7f, 0.7f, SKShaderTileMode.Clamp) };
        canvas.DrawBitmap(sharp, 0, 0, SKSamplingOptions.Default, blur);
        return soft;
    }

    private static void Light(Span<byte> rgba, SKSizeI size, Grain grain)
    {
        var (slopeX, slopeY) = (grain.Between(-0.28, 0.28), grain.Between(-0.22, 0.1));
        var (edge, depth) = (grain.Between(0.25, 0.75), grain.Between(0.1, 0.2));
        for (var y = 0; y < size.Height; y++)
        {
            for (var x = 0; x < size.Width; x++)
            {
                var (u, v) = ((double)x / size.Width, (double)y / size.Height);
                var shadow = depth / (1 + Math.Exp(-((u * 0.6) + v - edge - 0.3) * 18));
                var light = 0.96 + (slopeX * (u - 0.5)) + (slopeY * (v - 0.5)) - shadow;
                var noise = grain.Next(SensorDeviation);
                var at = ((y * size.Width) + x) * 4;
                for (var channel = 0; channel < 3; channel++)
                {
                    var warmth = 1 - (channel * 0.03);
                    rgba[at + channel] = (byte)Math.Clamp((rgba[at + channel] * light * warmth) + noise, 0, 255);
                }
            }
        }
    }
}
