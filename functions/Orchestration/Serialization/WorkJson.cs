using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Orchestration.Runs;

namespace GroundedDocs.Orchestration.Serialization;

/// <summary>How intermediate work is written to blobs: camel case, nulls left out, the frequent nouns compact.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(BoundingBoxConverter), typeof(WordConverter), typeof(FieldPathConverter), typeof(ScalarValueConverter)]
)]
[JsonSerializable(typeof(PageSource))]
[JsonSerializable(typeof(SplitManifest))]
[JsonSerializable(typeof(PageLayout))]
[JsonSerializable(typeof(ExtractionPlan))]
[JsonSerializable(typeof(Prediction))]
[JsonSerializable(typeof(GroundedWork))]
[JsonSerializable(typeof(RunRequest))]
internal sealed partial class WorkJson : JsonSerializerContext
{
    public static ReadOnlyMemory<byte> Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    /// <summary>Reads what <see cref="Write"/> wrote; anything else is a bug and throws <see cref="JsonException"/>.</summary>
    public static T Read<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(json.Span, type) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");
}
