using Microsoft.AspNetCore.Builder;

namespace GroundedDocs.Tests.Browser;

/// <summary>The app as the Functions host runs it; stopped when it is no longer needed.</summary>
internal sealed class HostedHandler(WebApplication app) : IAsyncDisposable
{
    /// <summary>Where it listens.</summary>
    public Uri Address { get; } = new(app.Urls.Single());

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
