namespace GroundedDocs.Groundtruth.Drawing;

/// <summary>Which point of a line its x coordinate names.</summary>
public enum Side
{
    Left,
    Middle,
    Right,
}
