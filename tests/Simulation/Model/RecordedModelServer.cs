using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GroundedDocs.Tests.Simulation.Model;

/// <summary>
/// A model server that answers from a recording, so that what a real model said can be worked with where there is no GPU. With a real
/// server behind it, it passes on what is not recorded yet and keeps the answer. Answers come in the order they were given in, and the
/// last one again when a question is asked more often; refusals and busy answers are recorded like any other, waiting times are not.
/// </summary>
internal sealed class RecordedModelServer : IAsyncDisposable
{
    private readonly ChatEndpoint endpoint;
    private readonly ModelRecording recording;
    private readonly HttpClient? upstream;
    private readonly ConcurrentDictionary<string, int> asked = new(StringComparer.Ordinal);

    private RecordedModelServer(ChatEndpoint endpoint, ModelRecording recording, HttpClient? upstream)
    {
        this.endpoint = endpoint;
        this.recording = recording;
        this.upstream = upstream;
    }

    /// <summary>The API root.</summary>
    public Uri Endpoint => endpoint.Root;

    /// <summary>Starts a server on this machine.</summary>
    /// <param name="folder">Where the recording is, or shall be.</param>
    /// <param name="real">The API root of the server to record, ending in <c>/v1</c>; null to answer from the recording alone.</param>
    /// <param name="port">The port; 0 for a free one.</param>
    public static async Task<RecordedModelServer> StartAsync(string folder, Uri? real = null, int port = 0)
    {
        var web = new ChatEndpoint(port);
        var server = new RecordedModelServer(web, new ModelRecording(folder), real is null ? null : ClientOf(real));
        await web.StartAsync(server.CompleteAsync);
        return server;
    }

    /// <summary>Returns when the server is asked to stop, by Ctrl-C for instance.</summary>
    public Task WaitForShutdownAsync() => endpoint.WaitForShutdownAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await endpoint.DisposeAsync();
        upstream?.Dispose();
    }

    private async Task CompleteAsync(HttpContext context)
    {
        var body = await ChatEndpoint.ReadAsync(context);
        var question = ModelRecording.WithoutPictures((JsonObject)JsonNode.Parse(body)!);
        var fingerprint = ModelRecording.Fingerprint(question);
        var place = asked.AddOrUpdate(fingerprint, 1, (_, before) => before + 1);
        var answer = recording.Find(fingerprint, place);
        if (answer is null && upstream is not null)
        {
            answer = await AskAsync(upstream, body, context.Request.Headers.Authorization, context.RequestAborted);
            recording.Keep(fingerprint, place, question, answer);
        }

        var given = answer ?? LastBefore(fingerprint, place) ?? Unknown(fingerprint);
        await ChatEndpoint.WriteAsync(context, given.Status, given.Body, given.ContentType, given.RetryAfter);
    }

    private static HttpClient ClientOf(Uri root) =>
        new() { BaseAddress = new Uri(root.ToString().TrimEnd('/') + "/"), Timeout = Timeout.InfiniteTimeSpan };

    private RecordedAnswer? LastBefore(string fingerprint, int place) =>
        Enumerable
            .Range(1, place - 1)
            .Reverse()
            .Select(earlier => recording.Find(fingerprint, earlier))
            .FirstOrDefault(found => found is not null);

    private static async Task<RecordedAnswer> AskAsync(
        HttpClient upstream,
        string body,
        string? authorization,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "chat/completions")
        {
            Content = new StringContent(body, Encoding.UTF8, ChatEndpoint.Json),
        };
        request.Headers.Authorization = AuthenticationHeaderValue.TryParse(authorization, out var credentials) ? credentials : null;
        using var response = await upstream.SendAsync(request, cancellationToken);
        return new RecordedAnswer(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.ToString() ?? "",
            response.Headers.RetryAfter?.ToString(),
            await response.Content.ReadAsStringAsync(cancellationToken)
        );
    }

    private static RecordedAnswer Unknown(string fingerprint)
    {
        var message = $"Nothing is recorded for the question {fingerprint}; record it with a model server behind this one.";
        var body = new JsonObject
        {
            ["error"] = new JsonObject { ["message"] = message, ["type"] = "not_recorded" },
        };
        return new RecordedAnswer(StatusCodes.Status404NotFound, ChatEndpoint.Json, null, body.ToJsonString());
    }
}
