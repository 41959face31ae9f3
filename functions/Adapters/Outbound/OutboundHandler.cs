using System.Net;

namespace GroundedDocs.Adapters.Outbound;

/// <summary>The one way to addresses that callers name: public addresses only, no proxy, no cookies, no redirects of its own.</summary>
public static class OutboundHandler
{
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(10);

    /// <summary>A handler with connections of its own.</summary>
    /// <param name="connector">Decides where it may connect to.</param>
    public static SocketsHttpHandler Create(PublicConnector connector)
    {
        ArgumentNullException.ThrowIfNull(connector);
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = connector.ConnectAsync,
            ConnectTimeout = ConnectTime,
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        };
    }
}
