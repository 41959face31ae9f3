using GroundedDocs.Adapters.Recognition.Detection;
using GroundedDocs.Adapters.Recognition.Lines;
using GroundedDocs.Adapters.Recognition.Models;
using GroundedDocs.Adapters.Recognition.Orientation;
using GroundedDocs.Adapters.Recognition.Pixels;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.Adapters.Recognition;

/// <summary>The way of one raster: find the regions, turn it upright, read the lines.</summary>
internal sealed class PageRecognition(RecognitionModels models, DetectionOptions detection)
{
    // The region around a letter is nearly as high as those of lines; dirt and the ends of strokes have lower ones.
    private const double LeastHeightShare = 0.65;

    private readonly TextDetector detector = new(models.Detector, detection);
    private readonly LineReader reader = new(models.Recognizer, models.Characters);

    /// <summary>Finds the regions with text and which way up the raster is.</summary>
    public UprightPage Locate(Raster raster)
    {
        var orientation = new PageOrientation(models.Classifier, reader);
        var page = new UprightPage(raster, detector.Detect(raster), 0);
        var isOnItsSide = PageOrientation.LiesOnItsSide(page.Regions);
        if (isOnItsSide)
        {
            page = Turned(page, 90);
        }

        return orientation.StandsOnItsHead(page.Raster, page.Regions, isOnItsSide) ? Turned(page, 180) : page;
    }

    /// <summary>Reads one region, or nothing.</summary>
    public RecognizedLine? Read(UprightPage page, TextRegion region) => reader.Read(page.Raster, region.Box) ?? ReadLetter(page, region);

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
