using GroundedDocs.Emulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace GroundedDocs.Tests.Adapters.Webhooks;

/// <summary>A web server of this machine that answers everything in one way.</summary>
internal sealed class LocalReceiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private LocalReceiver(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    public static async Task<LocalReceiver> StartAsync(RequestDelegate answer, string host = "127.0.0.1")
    {
        var server = LocalWeb.CreateBuilder(host: host).Build();
        server.Run(answer);
        await server.StartAsync();
        return new LocalReceiver(server);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
