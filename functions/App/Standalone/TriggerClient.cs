using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GroundedDocs.App.Work;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.App.Standalone;

/// <summary>Sends the requests that the Functions host would send, to this process's own endpoints.</summary>
internal sealed class TriggerClient(HttpClient client, TriggerGate gate, TimeProvider time, IRandomness randomness)
{
    /// <summary>Runs a queue trigger; true when the message is dealt with.</summary>
    public Task<bool> SendMessageAsync(string function, ReceivedMessage message, CancellationToken cancellationToken) =>
        PostAsync(
            function,
            "message",
            Twice(message.Body),
            metadata =>
            {
                metadata.WriteString("DequeueCount", message.DequeueCount.ToString(CultureInfo.InvariantCulture));
                metadata.WriteString("Id", Twice(message.MessageId));
                metadata.WriteString("InsertionTime", message.InsertedAt.ToString("O", CultureInfo.InvariantCulture));
                metadata.WriteString("PopReceipt", Twice(message.Receipt));
            },
            cancellationToken
        );

    /// <summary>Runs the blob trigger for a blob whose content is not sent.</summary>
    public Task<bool> SendBlobAsync(string function, Uri address, string name, CancellationToken cancellationToken) =>
        PostAsync(
            function,
            "document",
            "",
            metadata =>
            {
                metadata.WriteString("Uri", Twice(address.AbsoluteUri));
                metadata.WriteString("name", Twice(name));
            },
            cancellationToken
        );

    /// <summary>Runs the timer trigger.</summary>
    public Task<bool> SendTimerAsync(string function, CancellationToken cancellationToken) =>
        PostAsync(function, "timer", "{\"IsPastDue\":false}", _ => { }, cancellationToken);

    private async Task<bool> PostAsync(
        string function,
        string binding,
        string data,
        Action<Utf8JsonWriter> writeMetadata,
        CancellationToken cancellationToken
    )
    {
        using var buffer = new MemoryStream();
        await using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("Data");
            json.WriteString(binding, data);
            json.WriteEndObject();
            json.WriteStartObject("Metadata");
            writeMetadata(json);
            json.WriteStartObject("sys");
            json.WriteString("MethodName", function);
            json.WriteString("UtcNow", time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("RandGuid", randomness.NewId());
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/" + function)
        {
            Content = new StringContent(Encoding.UTF8.GetString(buffer.ToArray()), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add(TriggerGate.InvocationHeader, randomness.NewId());
        request.Headers.Add(TriggerGate.LoopHeader, gate.LoopSecret);
        using var response = await client.SendAsync(request, cancellationToken);
        return response.IsSuccessStatusCode;
    }

    /// <summary>Text as the host encodes it inside its JSON: as a JSON string of its own.</summary>
    private static string Twice(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";
}
