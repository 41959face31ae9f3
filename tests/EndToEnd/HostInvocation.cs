using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Tests.EndToEnd;

/// <summary>
/// The bodies that the Functions host sends for its triggers: strings and numbers as JSON inside a string, properties of a JSON message among
/// the metadata, where they override the host's own of the same name, and nothing under a name that ends in "trigger".
/// </summary>
internal static class HostInvocation
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A queue trigger's body.</summary>
    public static JsonObject OfMessage(string function, string binding, ReceivedMessage message, DateTimeOffset now)
    {
        var metadata = new JsonObject(new JsonNodeOptions { PropertyNameCaseInsensitive = true })
        {
            ["DequeueCount"] = message.DequeueCount.ToString(CultureInfo.InvariantCulture),
            ["ExpirationTime"] = "9999-12-31T23:59:59+00:00",
            ["Id"] = Quoted(message.MessageId),
            ["InsertionTime"] = message.InsertedAt.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
            ["PopReceipt"] = Quoted(message.Receipt),
        };
        foreach (var (name, value) in Properties(message.Body).Where(property => !IsDropped(property.Key)))
        {
            metadata.Remove(name);
            metadata[name] = value?.GetValueKind() == JsonValueKind.String ? Quoted((string)value!) : value?.ToJsonString() ?? "null";
        }

        return Body(function, binding, Quoted(message.Body), metadata, now);
    }

    /// <summary>A blob trigger's body: the whole blob in it, its path under no name of its own.</summary>
    public static JsonObject OfBlob(string function, string binding, Uri address, string name, byte[] content, DateTimeOffset now)
    {
        var metadata = new JsonObject
        {
            ["Uri"] = Quoted(address.AbsoluteUri),
            ["Properties"] = new JsonObject { ["ContentLength"] = content.Length, ["LeaseState"] = 0 }.ToJsonString(),
            ["Metadata"] = "{}",
            ["name"] = Quoted(name),
        };
        return Body(function, binding, Quoted(Convert.ToBase64String(content)), metadata, now);
    }

    /// <summary>A timer trigger's body.</summary>
    public static JsonObject OfTimer(string function, string binding, DateTimeOffset now) =>
        new()
        {
            ["Data"] = new JsonObject
            {
                [binding] = new JsonObject
                {
                    ["Schedule"] = new JsonObject { ["AdjustForDST"] = true },
                    ["ScheduleStatus"] = null,
                    ["IsPastDue"] = false,
                },
            },
            ["Metadata"] = new JsonObject { ["sys"] = Sys(function, now) },
        };

    private static JsonObject Body(string function, string binding, string data, JsonObject metadata, DateTimeOffset now)
    {
        metadata["sys"] = Sys(function, now);
        return new JsonObject
        {
            ["Data"] = new JsonObject { [binding] = data },
            ["Metadata"] = metadata,
        };
    }

    private static JsonObject Sys(string function, DateTimeOffset now) =>
        new()
        {
            ["MethodName"] = function,
            ["UtcNow"] = now.ToString("O", CultureInfo.InvariantCulture),
            ["RandGuid"] = Guid.NewGuid().ToString(),
        };

    private static JsonObject Properties(string message)
    {
        try
        {
            return JsonNode.Parse(message) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static bool IsDropped(string name) => name.EndsWith("trigger", StringComparison.OrdinalIgnoreCase);

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Plain);
}
