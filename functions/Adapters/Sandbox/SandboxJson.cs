using System.Text.Json.Serialization;

namespace GroundedDocs.Adapters.Sandbox;

/// <summary>How the messages between the server and its readers are written.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals
)]
[JsonSerializable(typeof(ReaderRequest))]
[JsonSerializable(typeof(ReaderReply))]
internal sealed partial class SandboxJson : JsonSerializerContext;
