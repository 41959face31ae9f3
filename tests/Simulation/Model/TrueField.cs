using System.Text.Json.Nodes;
using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Tests.Simulation.Model;

/// <summary>What a document really says about one field.</summary>
/// <param name="Path">The field, such as <c>items[0].price</c>.</param>
/// <param name="Value">The value in the schema's type.</param>
/// <param name="Text">The value as printed.</param>
/// <param name="Place">Where it is printed; null when it is not.</param>
public sealed record TrueField(string Path, JsonValue Value, string Text, PageRegion? Place);
