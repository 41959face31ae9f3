using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GroundedDocs.Tests.Adapters.Webhooks;

/// <summary>A web server of this machine that answers everything in one way.</summary>
internal sealed class LocalReceiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private LocalReceiver(WebApplication app) => this.app = app;

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<LocalReceiver> StartAsync(RequestDelegate answer, string host = "127.0.0.1")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://{host}:0");
        var server = builder.Build();
        server.Run(answer);
        await server.StartAsync();
        return new LocalReceiver(server);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
