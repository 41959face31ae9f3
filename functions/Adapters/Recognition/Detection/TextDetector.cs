using GroundedDocs.Adapters.Recognition.Models;
using GroundedDocs.Adapters.Recognition.Pixels;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.Adapters.Recognition.Detection;

/// <summary>Finds the lines of text on a raster.</summary>
internal sealed class TextDetector(Network network, DetectionOptions options)
{
    // The network halves its input five times.
    private const int Granularity = 32;
    private const int MinRegionPixels = 3;
    private const int SmallRasterPixels = 160;

    private static readonly float[] Mean = [0.485f, 0.456f, 0.406f];
    private static readonly float[] Deviation = [0.229f, 0.224f, 0.225f];

    /// <summary>The regions with text, at most <see cref="RecognitionLimits.MaxRegions"/>, best first when there are more.</summary>
    public IReadOnlyList<TextRegion> Detect(Raster raster)
    {
        var view = ViewOf(raster);
        var size = SizeFor(view, options.TargetPixels);
        var found = Detect(raster, view, size);
        var heights = found.Select(region => Math.Min(region.Box.Width, region.Box.Height)).Order();
        var usualHeight = heights.ElementAtOrDefault(found.Count / 2) * size.Width / view.Width;
        return
            usualHeight > 0
            && usualHeight < options.SmallPrint
            && SizeFor(view, options.PixelsForSmallPrint) is var larger
            && larger.Width > size.Width
            ? Detect(raster, view, larger)
            : found;
    }

    private List<TextRegion> Detect(Raster raster, RotatedBox view, (int Width, int Height) size)
    {
        var (width, height) = size;
        var input = TensorPixels.Planes(PixelSampler.Crop(raster.Rgb, raster.Size, view, width, height), Mean, Deviation);
        var map = new ProbabilityMap(network.Run(input, 1, 3, height, width).Values, width, height, options.PixelThreshold);
        var found = map.Regions()
            .Where(region => region.Score >= options.RegionThreshold)
            .Select(region => (region.Hull, region.Score, Box: MinimumRectangle.Around(region.Hull)))
            .Where(region => Math.Min(region.Box.Width, region.Box.Height) >= MinRegionPixels)
            .OrderByDescending(region => region.Score)
            .Take(RecognitionLimits.MaxRegions)
            .ToList();
        var skew = Skew.Of(found.Select(region => region.Box));
        var (factorX, factorY) = (view.Width / width, view.Height / height);
        return
        [
            .. found.Select(region =>
            {
                var box = Unclipped(Skew.Straightened(region.Hull, region.Box, skew)).Scaled(factorX, factorY);
                return new TextRegion(box with { Center = box.Center + view.TopLeft }, region.Score);
            }),
        ];
    }

    // Text that touches the border is not found; a small raster (a cut-out word) gets a margin that continues its border.
    private static RotatedBox ViewOf(Raster raster)
    {
        var (width, height) = (raster.Size.Width, raster.Size.Height);
        var whole = new RotatedBox(new PixelPoint(width / 2.0, height / 2.0), width, height, 0);
        return Math.Min(width, height) < SmallRasterPixels ? whole.Grown(Math.Min(width, height) / 2.0) : whole;
    }

    private (int Width, int Height) SizeFor(RotatedBox view, int pixels)
    {
        var scale = Math.Min(options.MaxMagnification, Math.Sqrt(pixels / (view.Width * view.Height)));
        return (Rounded(view.Width * scale), Rounded(view.Height * scale));
    }

    private static int Rounded(double side) => Math.Max(Granularity, (int)Math.Round(side / Granularity) * Granularity);

    private RotatedBox Unclipped(RotatedBox box) =>
        box.Grown(box.Width * box.Height * options.UnclipRatio / (2 * (box.Width + box.Height)));
}
