using GroundedDocs.Adapters.Recognition.Detection;
using GroundedDocs.Adapters.Recognition.Lines;
using GroundedDocs.Adapters.Recognition.Models;
using GroundedDocs.Adapters.Recognition.Orientation;
using GroundedDocs.Adapters.Recognition.Pixels;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.Adapters.Recognition;

/// <summary>The way of one raster: find the regions, turn it upright, read the lines.</summary>
internal sealed class PageRecognition(RecognitionModels models, DetectionOptions detection)
{
    // The region around a letter is nearly as high as those of lines; dirt and the ends of strokes have lower ones.
    private const double LeastHeightShare = 0.65;

    // A raster that is lower, in pixels, and not much wider than high is a word cut out of a page.
    private const int CutOutPixels = 64;
    private const int CutOutAspect = 8;

    private readonly TextDetector detector = new(models.Detector, detection);
    private readonly LineReader reader = new(models.Recognizer, models.Characters);

    /// <summary>Finds the regions with text and which way up the raster is.</summary>
    public UprightPage Locate(Raster raster)
    {
        var orientation = new PageOrientation(models.Classifier, reader);
        var page = new UprightPage(raster, detector.Detect(raster), 0);
        if (page.Regions.Count <= 1 && IsCutOut(raster.Size))
        {
            // One word says too little about which way up it is.
            return page.Regions.Count == 1
                ? page
                : page with
                {
                    Regions = [new TextRegion(WholeOf(raster.Size), detection.RegionThreshold)],
                };
        }

        var isOnItsSide = PageOrientation.LiesOnItsSide(page.Regions);
        if (isOnItsSide)
        {
            page = Turned(page, 90);
        }

        return orientation.StandsOnItsHead(page.Raster, page.Regions, isOnItsSide) ? Turned(page, 180) : page;
    }

    /// <summary>Reads one region, or nothing.</summary>
    public RecognizedLine? Read(UprightPage page, TextRegion region) => reader.Read(page.Raster, region.Box) ?? ReadLetter(page, region);

    // Who cuts out a word knows that it is there: a letter alone, or a ring drawn around a word, hides it from the detector.
    private static bool IsCutOut(PixelSize size) => size.Height < CutOutPixels && size.Width < CutOutAspect * size.Height;

    private static RotatedBox WholeOf(PixelSize size) =>
        new(new PixelPoint(size.Width / 2.0, size.Height / 2.0), size.Width, size.Height, 0);

    // A letter that another region covers is the end of that region's line.
    private RecognizedLine? ReadLetter(UprightPage page, TextRegion region)
    {
        if (!SingleLetter.Fits(region.Box) || region.Box.Height < LeastHeightShare * page.UsualHeight)
        {
            return null;
        }

        var box = SingleLetter.Fit(page.Raster, region.Box);
        if (page.Regions.Any(other => other != region && other.Box.Contains(box.Center)))
        {
            return null;
        }

        var letter = reader.ReadLetter(page.Raster, box) ?? reader.ReadRepeated(page.Raster, box);
        return letter is null && box != region.Box ? reader.ReadRepeated(page.Raster, region.Box) : letter;
    }

    private UprightPage Turned(UprightPage page, int clockwiseDegrees)
    {
        var raster = page.Raster.Turned(clockwiseDegrees);
        return new UprightPage(raster, detector.Detect(raster), (page.RotationDegrees + clockwiseDegrees) % 360);
    }
}
