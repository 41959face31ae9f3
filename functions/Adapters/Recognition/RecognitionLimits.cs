namespace GroundedDocs.Adapters.Recognition;

/// <summary>What text recognition refuses or bounds, and why.</summary>
public static class RecognitionLimits
{
    /// <summary>Each running inference holds tens of megabytes of activations; more workers than this never helped.</summary>
    public const int MaxWorkers = 16;

    /// <summary>Text regions read on one raster. A dense newspaper page has about 2,000; noise can have any number.</summary>
    public const int MaxRegions = 4_000;

    /// <summary>Below this height or width, in pixels, nothing can be a legible character.</summary>
    public const int MinLegiblePixels = 5;

    /// <summary>
    /// Widest crop given to the recogniser at once, in pixels at its line height of 48. Attention cost grows with the square of the
    /// width; longer lines are read in pieces cut at gaps.
    /// </summary>
    public const int MaxLineWidth = 2_400;
}
