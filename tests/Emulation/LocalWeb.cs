using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace GroundedDocs.Emulation;

/// <summary>Web servers of this machine that stand in for others: nobody else can call them, and they write no log.</summary>
internal static class LocalWeb
{
    /// <summary>What such a server is built from.</summary>
    /// <param name="port">Its port; 0 for a free one.</param>
    /// <param name="host">The address of this machine under which it answers.</param>
    public static WebApplicationBuilder CreateBuilder(int port = 0, string host = "127.0.0.1")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://{host}:{port}");
        return builder;
    }
}
