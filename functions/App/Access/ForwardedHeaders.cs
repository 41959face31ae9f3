using System.Net;

namespace GroundedDocs.App.Access;

/// <summary>What proxies write into a request about where it came from.</summary>
internal static class ForwardedHeaders
{
    private const string Prefix = "X-Forwarded-";
    private const string Standard = "Forwarded";
    private const string For = "X-Forwarded-For";
    private const string Host = "X-Forwarded-Host";
    private const string Protocol = "X-Forwarded-Proto";

    /// <summary>Whether any proxy has handled the request.</summary>
    public static bool ArePresent(HttpRequest request) =>
        request.Headers.Keys.Any(name =>
            name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || name.Equals(Standard, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Whether every proxy says that the request came from this machine and for this machine.</summary>
    public static bool AreLocal(HttpRequest request) =>
        !request.Headers.ContainsKey(Standard)
        && Values(request, For).All(IsLoopbackAddress)
        && Values(request, Host).All(host => IsLoopbackHost(new HostString(host)));

    /// <summary>Whether the caller's request was encrypted, up to the outermost proxy at least.</summary>
    public static bool IsEncrypted(HttpRequest request) => (Values(request, Protocol).FirstOrDefault() ?? request.Scheme) == "https";

    /// <summary>Whether the caller sent its request to a loopback name or address.</summary>
    public static bool IsForThisMachine(HttpRequest request) => IsLoopbackHost(new HostString(HostOf(request) ?? ""));

    /// <summary>Scheme, host and port of the address that the caller used; for answers to that caller alone.</summary>
    public static string OriginOf(HttpRequest request) => $"{(IsEncrypted(request) ? "https" : "http")}://{HostOf(request)}";

    /// <summary>The host, with its port, that the caller sent its request to.</summary>
    public static string? HostOf(HttpRequest request) => request.Headers[Host].FirstOrDefault() ?? request.Host.Value;

    /// <summary>Whether a host names this machine by a loopback name or address.</summary>
    public static bool IsLoopbackHost(HostString host) =>
        host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static IEnumerable<string> Values(HttpRequest request, string header) =>
        request.Headers[header].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries));

    private static bool IsLoopbackAddress(string text) =>
        (IPEndPoint.TryParse(text, out var endpoint) && IPAddress.IsLoopback(endpoint.Address))
        || (IPAddress.TryParse(text, out var address) && IPAddress.IsLoopback(address));
}
