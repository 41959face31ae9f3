using System.Net;
using System.Security.Cryptography;
using System.Text;
using GroundedDocs.App.Options;

namespace GroundedDocs.App.Work;

/// <summary>Opens the admin pages to a key, or without one to this machine alone while the app runs standalone.</summary>
internal sealed class AdminGate(ServerOptions options)
{
    private const string Scheme = "Bearer ";

    /// <summary>Whether a request may see jobs.</summary>
    public bool Admits(HttpContext context)
    {
        if (options.AdminKeyHash is { Length: > 0 } expected)
        {
            var given = context.Request.Headers.Authorization.ToString();
            var key = given.StartsWith(Scheme, StringComparison.Ordinal) ? given[Scheme.Length..] : "";
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
            return CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(hash),
                Encoding.UTF8.GetBytes(expected.ToLowerInvariant())
            );
        }

        return !options.IsUnderFunctionsHost && IsLocal(context);
    }

    private static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && (context.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]")
        && !context.Request.Headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase));
}
