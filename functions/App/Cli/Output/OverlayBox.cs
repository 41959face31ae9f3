using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Results;

namespace GroundedDocs.App.Cli.Output;

/// <summary>A box to draw.</summary>
/// <param name="Name">What is written above it.</param>
/// <param name="Confidence">What it is coloured by.</param>
/// <param name="Box">Where it is, on the upright page.</param>
internal sealed record OverlayBox(string Name, ConfidenceBand Confidence, BoundingBox Box);
