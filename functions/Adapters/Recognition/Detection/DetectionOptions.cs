namespace GroundedDocs.Adapters.Recognition.Detection;

/// <summary>
/// The settings of differentiable binarization (Liao et al., "Real-time Scene Text Detection with Differentiable
/// Binarization", 2020), chosen by measuring on scanned receipts, forms and rendered pages.
/// </summary>
internal sealed record DetectionOptions
{
    /// <summary>Probability from which a pixel belongs to text.</summary>
    public float PixelThreshold { get; init; } = 0.3f;

    /// <summary>Mean probability that a region needs.</summary>
    public double RegionThreshold { get; init; } = 0.6;

    /// <summary>The detector sees shrunken text; regions grow by area × this / perimeter on every side.</summary>
    public double UnclipRatio { get; init; } = 1.6;

    /// <summary>Pixels that the detector looks at; larger rasters are made smaller.</summary>
    public int TargetPixels { get; init; } = 800_000;

    /// <summary>
    /// Usual height of the regions, in pixels that the detector looks at, below which print is small: crowded lines run together
    /// and signs that stand alone are not seen. Receipts and letters lie above, scanned forms and pages of a low resolution below.
    /// </summary>
    public double SmallPrint { get; init; } = 22;

    /// <summary>Pixels that the detector looks at a second time when print is small.</summary>
    public int PixelsForSmallPrint { get; init; } = 1_500_000;

    /// <summary>How much a small raster is magnified at most.</summary>
    public double MaxMagnification { get; init; } = 2;
}
