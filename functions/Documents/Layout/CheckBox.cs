using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Documents.Layout;

/// <summary>A square or circle that a person marks.</summary>
/// <param name="Box">The box around the square itself, without its label; around a small square with the mark that sticks out of it.</param>
/// <param name="IsSelected">Whether it carries a mark.</param>
/// <param name="Confidence">How sure the reader is of <paramref name="IsSelected"/>, 0..1.</param>
/// <param name="Source">A form field of the file, or found on the picture.</param>
/// <param name="FieldName">The name of the form field, where there is one.</param>
public sealed record CheckBox(BoundingBox Box, bool IsSelected, double Confidence, WordSource Source, string? FieldName = null);
