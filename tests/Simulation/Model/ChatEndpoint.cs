using GroundedDocs.Emulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace GroundedDocs.Tests.Simulation.Model;

/// <summary>The web side of a model server: the chat completions protocol, as far as a client of one model needs it.</summary>
/// <param name="port">The port on this machine; 0 for a free one.</param>
internal sealed class ChatEndpoint(int port = 0) : IAsyncDisposable
{
    public const string Json = "application/json";

    private readonly WebApplication app = LocalWeb.CreateBuilder(port).Build();

    /// <summary>The API root, once it is started.</summary>
    public Uri Root => new(app.Urls.Single() + "/v1");

    /// <summary>Starts to answer.</summary>
    /// <param name="complete">Answers one question.</param>
    public Task StartAsync(RequestDelegate complete)
    {
        app.MapGet("/health", () => Results.Ok());
        app.MapPost("/v1/chat/completions", complete);
        return app.StartAsync();
    }

    /// <summary>Returns when the process is asked to stop, by Ctrl-C for instance.</summary>
    public Task WaitForShutdownAsync() => app.WaitForShutdownAsync();

    /// <summary>The body of a question.</summary>
    public static async Task<string> ReadAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        return await reader.ReadToEndAsync(context.RequestAborted);
    }

    /// <summary>Writes one answer.</summary>
    public static Task WriteAsync(HttpContext context, int status, string body, string contentType = Json, string? retryAfter = null)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType.Length > 0 ? contentType : null;
        context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsync(body, context.RequestAborted);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();
}
