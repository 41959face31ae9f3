using System.Text.Json;
using System.Text.Json.Serialization;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Orchestration.Serialization;

/// <summary>A scalar as itself; numbers keep their digits.</summary>
internal sealed class ScalarValueConverter : JsonConverter<ScalarValue>
{
    public override bool HandleNull => true;

    public override ScalarValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var element = JsonDocument.ParseValue(ref reader);
        return ScalarValue.FromJson(element.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, ScalarValue value, JsonSerializerOptions options)
    {
        switch (value.Kind)
        {
            case ScalarKind.Null:
                writer.WriteNullValue();
                break;
            case ScalarKind.Text:
                writer.WriteStringValue(value.Text);
                break;
            default:
                writer.WriteRawValue(value.Text);
                break;
        }
    }
}
