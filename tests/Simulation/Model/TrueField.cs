using System.Text.Json.Nodes;
using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Tests.Simulation.Model;

/// <summary>What a document really says about one field.</summary>
/// <param name="Path">The field, such as <c>items[0].price</c>.</param>
/// <param name="Value">The value in the schema's type.</param>
/// <param name="Text">The value as printed.</param>
/// <param name="PageNumber">The page it is read on, counted from 1.</param>
/// <param name="Box">Where it is printed there; null when nobody knows.</param>
public sealed record TrueField(string Path, JsonValue Value, string Text, int PageNumber, BoundingBox? Box);
