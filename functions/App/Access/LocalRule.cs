using System.Net;
using GroundedDocs.App.Options;

namespace GroundedDocs.App.Access;

/// <summary>
/// Who may call while there is no key: somebody at this machine, and nobody whom a proxy, a tunnel or a foreign web page sends. Under the
/// Functions host only in development, where the host's own proxy is the only one.
/// </summary>
internal sealed class LocalRule(ServerOptions options)
{
    /// <summary>Whether a request may be served without a key.</summary>
    public bool Admits(HttpContext context) => ComesFromHere(context) && !ComesFromForeignPage(context.Request);

    private bool ComesFromHere(HttpContext context)
    {
        var isLocal =
            context.Connection.RemoteIpAddress is { } address
            && IPAddress.IsLoopback(address)
            && ForwardedHeaders.IsLoopbackHost(context.Request.Host);
        return options.IsUnderFunctionsHost
            ? isLocal && options.IsDevelopment && ForwardedHeaders.AreLocal(context.Request)
            : isLocal && !ForwardedHeaders.ArePresent(context.Request);
    }

    /// <summary>A page of another site can make a browser send requests to this machine; browsers say so.</summary>
    private static bool ComesFromForeignPage(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0)
        {
            return !(Uri.TryCreate(origin, UriKind.Absolute, out var page) && ForwardedHeaders.IsLoopbackHost(new HostString(page.Host)));
        }

        // Following a link to a page of ours is fine; fetching in the background is not.
        return request.Headers["Sec-Fetch-Site"] == "cross-site"
            && !(HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate");
    }
}
