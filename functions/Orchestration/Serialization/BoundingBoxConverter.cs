using System.Text.Json;
using System.Text.Json.Serialization;
using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Orchestration.Serialization;

/// <summary>A box as <c>[left, top, width, height]</c>, to a millionth of the page: far below a pixel.</summary>
internal sealed class BoundingBoxConverter : JsonConverter<BoundingBox>
{
    public const int Decimals = 6;

    public override BoundingBox Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var box = new BoundingBox(Next(ref reader), Next(ref reader), Next(ref reader), Next(ref reader));
        reader.Read();
        return reader.TokenType == JsonTokenType.EndArray ? box : throw new JsonException("A box has four numbers.");
    }

    public override void Write(Utf8JsonWriter writer, BoundingBox value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(Math.Round(value.Left, Decimals));
        writer.WriteNumberValue(Math.Round(value.Top, Decimals));
        writer.WriteNumberValue(Math.Round(value.Width, Decimals));
        writer.WriteNumberValue(Math.Round(value.Height, Decimals));
        writer.WriteEndArray();
    }

    private static double Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetDouble();
    }
}
