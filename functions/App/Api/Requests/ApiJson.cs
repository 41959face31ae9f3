using System.Text.Json.Serialization;
using GroundedDocs.App.Api.Answers;
using GroundedDocs.App.Api.Errors;

namespace GroundedDocs.App.Api.Requests;

/// <summary>How bodies are read and written: snake case, unknown members ignored, repeated members refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    AllowDuplicateProperties = false,
    MaxDepth = MaxDepth
)]
[JsonSerializable(typeof(DocumentRequest))]
[JsonSerializable(typeof(ImageRequest))]
[JsonSerializable(typeof(SchemaRequest))]
[JsonSerializable(typeof(FeedbackRequest))]
[JsonSerializable(typeof(PresignRequest))]
[JsonSerializable(typeof(FileAnswer))]
[JsonSerializable(typeof(IReadOnlyList<FileAnswer>))]
[JsonSerializable(typeof(PresignAnswer))]
[JsonSerializable(typeof(PredictionAnswer))]
[JsonSerializable(typeof(IReadOnlyList<PredictionAnswer>))]
[JsonSerializable(typeof(IReadOnlyList<ModelAnswer>))]
[JsonSerializable(typeof(IReadOnlyList<DomainAnswer>))]
[JsonSerializable(typeof(HubAnswer))]
[JsonSerializable(typeof(SchemaAnswer))]
[JsonSerializable(typeof(FeedbackAnswer))]
[JsonSerializable(typeof(FeedbackListAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(ErrorBody))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Depth that the reader allows at most; <see cref="Limiting.ApiOptions.JsonDepth"/> may be lower.</summary>
    public const int MaxDepth = 256;
}
