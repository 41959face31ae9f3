using GroundedDocs.Adapters.Recognition.Detection;
using GroundedDocs.Adapters.Recognition.Lines;
using GroundedDocs.Adapters.Recognition.Models;
using GroundedDocs.Adapters.Recognition.Pixels;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.Adapters.Recognition.Orientation;

/// <summary>Finds out which way up a page is. An upright page must never be turned, so each turn needs two witnesses.</summary>
internal sealed class PageOrientation(Network classifier, LineReader reader)
{
    private const int ClassifierWidth = 192;
    private const int SampleSize = 8;
    private const double ElongatedAspect = 2;

    // The page lies on its side when this share of the length of its elongated regions is upright.
    private const double SideShare = 0.65;

    // Text on its head is still read with some confidence ("8", "O", "S"); reading must get better by more than this.
    private const double MinConfidenceGain = 0.05;

    private static readonly float[] Half = [0.5f, 0.5f, 0.5f];

    /// <summary>Whether the lines run up or down the page.</summary>
    public static bool LiesOnItsSide(IReadOnlyList<TextRegion> regions)
    {
        var wide = regions.Where(region => region.Box.Width >= ElongatedAspect * region.Box.Height).Sum(region => region.Box.Width);
        var tall = regions.Where(region => region.Box.Height >= ElongatedAspect * region.Box.Width).Sum(region => region.Box.Height);
        return tall > SideShare * (wide + tall);
    }

    /// <summary>
    /// Whether the horizontal lines of a page stand on their heads: most of a sample of lines looks so to the classifier (or
    /// the page was on its side, so that nothing is known), and reading them the other way round is clearly surer.
    /// </summary>
    public bool StandsOnItsHead(Raster raster, IReadOnlyList<TextRegion> regions, bool isSuspected)
    {
        var sample = regions
            .Where(region => region.Box.Width >= ElongatedAspect * region.Box.Height)
            .OrderByDescending(region => region.Box.Width * region.Score)
            .Take(SampleSize)
            .Select(region => region.Box)
            .ToList();
        if (sample.Count == 0 || (!isSuspected && sample.Count(box => LooksReversed(raster, box)) * 2 <= sample.Count))
        {
            return false;
        }

        var gain = sample.Average(box => reader.ConfidenceAt(raster, box.Reversed()) - reader.ConfidenceAt(raster, box));
        return gain > MinConfidenceGain;
    }

    private bool LooksReversed(Raster raster, RotatedBox box)
    {
        // The classifier sees four heights of the line; of a longer one, its middle.
        var width = Math.Min(box.Width, box.Height * ClassifierWidth / LinePicture.Height);
        var pixelWidth = (int)Math.Round(width / box.Height * LinePicture.Height);
        var rgb = PixelSampler.Crop(raster.Rgb, raster.Size, box with { Width = width }, pixelWidth, LinePicture.Height);
        var planes = TensorPixels.Planes(rgb, Half, Half);
        var output = classifier.Run(Padded(planes, pixelWidth), 1, 3, LinePicture.Height, ClassifierWidth).Values;
        return output[1] > output[0];
    }

    private static float[] Padded(float[] planes, int width)
    {
        var padded = new float[3 * LinePicture.Height * ClassifierWidth];
        for (var row = 0; row < 3 * LinePicture.Height; row++)
        {
            planes.AsSpan(row * width, width).CopyTo(padded.AsSpan(row * ClassifierWidth));
        }

        return padded;
    }
}
