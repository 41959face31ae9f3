using System.Text.Json.Serialization;

namespace GroundedDocs.App.Work;

/// <summary>The types of trigger requests and replies.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(InvocationReply))]
internal sealed partial class TriggerJsonContext : JsonSerializerContext;
