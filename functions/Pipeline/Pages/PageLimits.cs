namespace GroundedDocs.Pipeline.Pages;

/// <summary>What a file may cost to open and how large its pages are drawn. The default of each limit is meant for production.</summary>
public sealed record PageLimits
{
    /// <summary>The defaults.</summary>
    public static PageLimits Default { get; } = new();

    /// <summary>Largest file in bytes. 2,000 scanned pages at 100 KiB each still fit.</summary>
    public long MaximumFileBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Most pages of a document. Every page costs queue messages, table rows and a model call.</summary>
    public int MaximumPageCount { get; init; } = 2000;

    /// <summary>Most pixels of a picture as its header states them: an A0 sheet at 300 dpi has 140 million, bombs have billions.</summary>
    public long MaximumSourcePixels { get; init; } = 200_000_000;

    /// <summary>Most pixels of a page image. Letters of 6 points stay readable on A3; a raster of that size takes 48 MB.</summary>
    public long MaximumImagePixels { get; init; } = 16_000_000;

    /// <summary>Resolution at which pages of a PDF are drawn: 6 point letters are 17 pixels high, and text recognition gains nothing above.</summary>
    public double Dpi { get; init; } = 200;

    /// <summary>Pixels that the longer side of a small PDF page (a card, a label) should have at least.</summary>
    public int MinimumLongSidePixels { get; init; } = 1600;

    /// <summary>Highest resolution of a whole page, for small pages.</summary>
    public double MaximumDpi { get; init; } = 400;

    /// <summary>Highest resolution of a region that is looked at again; scanners rarely give more.</summary>
    public double MaximumRegionDpi { get; init; } = 600;

    /// <summary>JPEG quality of page images: ringing around letters is invisible to text recognition from about 90.</summary>
    public int JpegQuality { get; init; } = 92;

    /// <summary>The resolution for a page of the given size in points (1/72 inch), within the pixel limits.</summary>
    public double DpiFor(double widthPoints, double heightPoints)
    {
        var longSide = Math.Max(widthPoints, heightPoints) / 72;
        var wanted = Math.Clamp(MinimumLongSidePixels / longSide, Dpi, MaximumDpi);
        var squareInches = widthPoints * heightPoints / (72 * 72);
        return Math.Min(wanted, Math.Sqrt(MaximumImagePixels / squareInches));
    }
}
