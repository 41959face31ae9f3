using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using GroundedDocs.Adapters.Webhooks;
using GroundedDocs.Emulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace GroundedDocs.Chaos;

/// <summary>Takes webhooks and refuses a tenth of them.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, ConcurrentBag<(string Key, string Body)>> received = new();

    private WebhookReceiver(WebApplication app, int port)
    {
        this.app = app;
        Address = $"http://127.0.0.1:{port}/hook";
    }

    public string Address { get; }

    /// <summary>Webhooks that came, repetitions included.</summary>
    public int Count => received.Values.Sum(bodies => bodies.Count);

    public static async Task<WebhookReceiver> StartAsync()
    {
        var port = FreePorts.TakeOne();
        var built = LocalWeb.CreateBuilder(port).Build();
        var receiver = new WebhookReceiver(built, port);
        built.MapPost("/hook", receiver.TakeAsync);
        await built.StartAsync();
        return receiver;
    }

    /// <summary>Whether a submission's webhook came, every time under the same key and with the same body.</summary>
    public bool HasOne(string submission) => received.TryGetValue(submission, out var bodies) && bodies.Distinct().Count() == 1;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        if (Random.Shared.Next(10) == 0)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        var id = (string)JsonNode.Parse(body)!["id"]!;
        received.GetOrAdd(id, _ => []).Add((request.Headers[HttpWebhookSender.DeliveryHeader].ToString(), body));
        return Results.NoContent();
    }
}
