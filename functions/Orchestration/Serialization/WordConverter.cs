using System.Text.Json;
using System.Text.Json.Serialization;
using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Orchestration.Serialization;

/// <summary>
/// A word as <c>[text, box, confidence, source, edges?, confidences?, lattice?]</c>: a page has hundreds of them, and names of members
/// would be most of the blob.
/// </summary>
internal sealed class WordConverter : JsonConverter<Word>
{
    private const int ConfidenceDecimals = 4;
    private static readonly BoundingBoxConverter Boxes = new();

    public override Word Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Read();
        var text = reader.GetString() ?? throw new JsonException("A word has a text.");
        reader.Read();
        var box = Boxes.Read(ref reader, typeof(Word), options);
        reader.Read();
        var confidence = reader.GetDouble();
        reader.Read();
        var word = new Word(text, box, confidence, (WordSource)reader.GetInt32())
        {
            CharacterEdges = ReadNumbers(ref reader),
            CharacterConfidences = ReadNumbers(ref reader),
            Lattice = ReadLattice(ref reader),
        };
        reader.Read();
        return reader.TokenType == JsonTokenType.EndArray ? word : throw new JsonException("A word has seven members.");
    }

    public override void Write(Utf8JsonWriter writer, Word value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(value.Text);
        Boxes.Write(writer, value.Box, options);
        writer.WriteNumberValue(Math.Round(value.Confidence, ConfidenceDecimals));
        writer.WriteNumberValue((int)value.Source);
        WriteNumbers(writer, value.CharacterEdges, BoundingBoxConverter.Decimals);
        WriteNumbers(writer, value.CharacterConfidences, ConfidenceDecimals);
        writer.WriteStringValue(value.Lattice?.ToString());
        writer.WriteEndArray();
    }

    private static CharacterLattice? ReadLattice(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString() is { } text ? CharacterLattice.Parse(text) ?? throw new JsonException("This is no lattice.") : null;
    }

    private static double[]? ReadNumbers(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var numbers = new List<double>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            numbers.Add(reader.GetDouble());
        }

        return [.. numbers];
    }

    private static void WriteNumbers(Utf8JsonWriter writer, IReadOnlyList<double>? numbers, int decimals)
    {
        if (numbers is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (var number in numbers)
        {
            writer.WriteNumberValue(Math.Round(number, decimals));
        }

        writer.WriteEndArray();
    }
}
