using System.Text.Json;
using System.Text.Json.Serialization;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Orchestration.Serialization;

/// <summary>A path as it is written: <c>items[2].price</c>.</summary>
internal sealed class FieldPathConverter : JsonConverter<FieldPath>
{
    public override FieldPath Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        FieldPath.Parse(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, FieldPath value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
