using System.Net.Sockets;
using System.Text;
using GroundedDocs.Adapters.Storage;
using GroundedDocs.Adapters.Webhooks;
using GroundedDocs.App.Options;
using GroundedDocs.App.Work;
using GroundedDocs.Documents;
using GroundedDocs.Emulation;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.InMemory;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Tests.Orchestration.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;

namespace GroundedDocs.Tests.App.Work;

/// <summary>The trigger endpoints on a real socket, with in-memory storage behind them, as the Functions host sees them.</summary>
internal sealed class TriggerHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Uri address;

    private TriggerHost(WebApplication app, Uri address, InMemoryQueues queues, InMemoryBlobStore blobs, DocumentFlow flow)
    {
        this.app = app;
        this.address = address;
        Queues = queues;
        Blobs = blobs;
        Flow = flow;
    }

    public InMemoryQueues Queues { get; }

    public InMemoryBlobStore Blobs { get; }

    public DocumentFlow Flow { get; }

    public static async Task<TriggerHost> StartAsync(ITableStore? tables = null)
    {
        var host = LocalWeb.CreateBuilder().Build();
        var time = TimeProvider.System;
        var queues = new InMemoryQueues(time);
        var blobs = new InMemoryBlobStore(time);
        var storage = new StoragePorts(blobs, tables ?? new InMemoryTableStore(), queues);
        var stages = new FakeStages().Stages;
        var flow = new DocumentFlow(new FlowParts(storage, stages, new Deaf(), time, new SystemRandomness(), new Limits(), "1"));
        var options = new ServerOptions
        {
            Port = 7071,
            IsUnderFunctionsHost = true,
            Storage = new StorageOptions(),
            Webhooks = new WebhookOptions(),
            Limits = new Limits(),
            Engines = EngineOptions.Default,
        };
        new WorkEndpoints(flow, new TriggerGate(options), options, time, NullLogger<WorkEndpoints>.Instance).Map(host);
        await host.StartAsync();
        return new TriggerHost(host, new Uri(host.Urls.Single()), queues, blobs, flow);
    }

    /// <summary>Sends a request as the host does, chunked, cut into pieces of a few bytes.</summary>
    /// <returns>Status, content type and body of the reply.</returns>
    public async Task<(int Status, string Head, string Body)> PostAsync(
        string function,
        string body,
        string headers = "",
        int pieceBytes = 7
    )
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        var head =
            $"POST /{function} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json; charset=utf-8\r\n"
            + $"X-Azure-Functions-InvocationId: 9a2b\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n{headers}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        foreach (var piece in Encoding.UTF8.GetBytes(body).Chunk(pieceBytes))
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{piece.Length:x}\r\n"));
            await stream.WriteAsync(piece);
            await stream.WriteAsync("\r\n"u8.ToArray());
        }

        await stream.WriteAsync("0\r\n\r\n"u8.ToArray());
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var reply = await reader.ReadToEndAsync();
        var end = reply.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return (int.Parse(reply.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture), reply[..end], reply[(end + 4)..]);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private sealed class Deaf : IWebhookSender
    {
        public Task<Result<int>> SendAsync(WebhookDelivery delivery, CancellationToken cancellationToken) =>
            Task.FromResult<Result<int>>(new Failure("webhook.unreachable", "Nobody listens."));
    }
}
