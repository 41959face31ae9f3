namespace GroundedDocs.Groundtruth.Drawing;

/// <summary>The typefaces that samples are set in.</summary>
public enum Face
{
    Sans,
    SansBold,
    Serif,
    SerifBold,
    Mono,
    MonoBold,
}
