using System.Globalization;
using System.Net;
using System.Text.Json;

namespace GroundedDocs.Adapters.VisionModel.Server;

/// <summary>
/// Stands between the client library and the network: reads at most the allowed bytes of an answer, and lets through only answers
/// of the chat protocol, so that the library never parses anything else.
/// </summary>
/// <param name="network">The handler that talks to the network.</param>
public sealed class ProtocolHandler(HttpMessageHandler network) : DelegatingHandler(network)
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var isAnswer = response.StatusCode == HttpStatusCode.OK;
        var body = await ReadAsync(response, isAnswer ? VisionModelLimits.AnswerBytes : VisionModelLimits.ErrorBytes, cancellationToken);
        if (isAnswer)
        {
            if (body.IsCut)
            {
                throw Refuse(string.Create(CultureInfo.InvariantCulture, $"sent more than {VisionModelLimits.AnswerBytes} bytes"));
            }

            CheckChat(response, body.Bytes);
        }
        else if ((int)response.StatusCode is >= 200 and < 400)
        {
            throw Refuse(string.Create(CultureInfo.InvariantCulture, $"answered with status {(int)response.StatusCode}"));
        }

        var buffered = new ByteArrayContent(body.Bytes);
        buffered.Headers.ContentType = response.Content.Headers.ContentType;
        response.Content.Dispose();
        response.Content = buffered;
        return response;
    }

    private static async Task<(byte[] Bytes, bool IsCut)> ReadAsync(
        HttpResponseMessage response,
        int limit,
        CancellationToken cancellationToken
    )
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (read.Length + count > limit)
            {
                return (read.ToArray(), true);
            }

            read.Write(buffer, 0, count);
        }

        return (read.ToArray(), false);
    }

    private static void CheckChat(HttpResponseMessage response, byte[] body)
    {
        if (response.Content.Headers.ContentType?.MediaType is { } type && !type.EndsWith("json", StringComparison.OrdinalIgnoreCase))
        {
            throw Refuse("answered with something that is not JSON");
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            if (!HasChoice(json.RootElement))
            {
                throw Refuse(IsError(json.RootElement) ? "answered 200 with an error inside" : "answered without a choice");
            }
        }
        catch (JsonException)
        {
            throw Refuse(body.Length == 0 ? "answered with nothing" : "answered with broken JSON");
        }
    }

    private static bool HasChoice(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("choices", out var choices)
        && choices.ValueKind == JsonValueKind.Array
        && choices.GetArrayLength() > 0
        && choices[0].ValueKind == JsonValueKind.Object
        && choices[0].TryGetProperty("message", out var message)
        && message.ValueKind == JsonValueKind.Object;

    private static bool IsError(JsonElement root) => root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out _);

    private static ModelProtocolException Refuse(string what) => new(ModelFailure.Protocol(what));
}
