using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GroundedDocs.Tests.Simulation.Model;

/// <summary>
/// A model server that answers from a recording, so that what a real model said can be worked with where there is no GPU. With a real
/// server behind it, it passes on what is not recorded yet and keeps the answer. Answers come in the order they were given in, and the
/// last one again when a question is asked more often; refusals and busy answers are recorded like any other, waiting times are not.
/// </summary>
internal sealed class RecordedModelServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ModelRecording recording;
    private readonly HttpClient? upstream;
    private readonly ConcurrentDictionary<string, int> asked = new(StringComparer.Ordinal);

    private RecordedModelServer(WebApplication app, ModelRecording recording, HttpClient? upstream)
    {
        this.app = app;
        this.recording = recording;
        this.upstream = upstream;
    }

    /// <summary>The API root.</summary>
    public Uri Endpoint => new(app.Urls.Single() + "/v1");

    /// <summary>Starts a server on this machine.</summary>
    /// <param name="folder">Where the recording is, or shall be.</param>
    /// <param name="real">The API root of the server to record, ending in <c>/v1</c>; null to answer from the recording alone.</param>
    /// <param name="port">The port; 0 for a free one.</param>
    public static async Task<RecordedModelServer> StartAsync(string folder, Uri? real = null, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var web = builder.Build();
        var server = new RecordedModelServer(web, new ModelRecording(folder), real is null ? null : ClientOf(real));
        web.MapGet("/health", () => Results.Ok());
        web.MapPost("/v1/chat/completions", server.CompleteAsync);
        await web.StartAsync();
        return server;
    }

    /// <summary>Returns when the server is asked to stop, by Ctrl-C for instance.</summary>
    public Task WaitForShutdownAsync() => app.WaitForShutdownAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        upstream?.Dispose();
    }

    private async Task CompleteAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var question = ModelRecording.WithoutPictures((JsonObject)JsonNode.Parse(body)!);
        var fingerprint = ModelRecording.Fingerprint(question);
        var place = asked.AddOrUpdate(fingerprint, 1, (_, before) => before + 1);
        var answer = recording.Find(fingerprint, place);
        if (answer is null && upstream is not null)
        {
            answer = await AskAsync(upstream, body, context.Request.Headers.Authorization, context.RequestAborted);
            recording.Keep(fingerprint, place, question, answer);
        }

        await WriteAsync(context, answer ?? LastBefore(fingerprint, place) ?? Unknown(fingerprint));
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
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
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
        return new RecordedAnswer(StatusCodes.Status404NotFound, "application/json", null, body.ToJsonString());
    }

    private static async Task WriteAsync(HttpContext context, RecordedAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType.Length > 0 ? answer.ContentType : null;
        context.Response.Headers.RetryAfter = answer.RetryAfter;
        await context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }
}
