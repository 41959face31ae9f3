using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GroundedDocs.App.Access;

/// <summary>
/// The session of a browser that signed in with a key. The cookie names the key and its own end and is signed with the key's stored hash,
/// so that every process knows it, no session is kept anywhere, and revoking the key ends its sessions.
/// </summary>
internal sealed class KeySession(KeyRing keys, LocalRule local, TimeProvider time)
{
    /// <summary>How long a session lasts: a working day.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private const string CookieName = "groundeddocs-session";

    /// <summary>Signs a browser in.</summary>
    /// <returns>False when the key is not valid.</returns>
    public async Task<bool> SignInAsync(HttpContext context, string key)
    {
        if (KeyToken.TryParse(key) is not { } token || await keys.FindAsync(token, context.RequestAborted) is not { } known)
        {
            return false;
        }

        var end = time.GetUtcNow() + Lifetime;
        context.Response.Cookies.Append(CookieName, Write(known, end), CookieOf(context.Request, end));
        return true;
    }

    /// <summary>Signs a browser out.</summary>
    public static void SignOut(HttpContext context) => context.Response.Cookies.Delete(CookieName, CookieOf(context.Request, null));

    /// <summary>Whether a browser needs to sign in at all: not while there is no key and it is on this machine.</summary>
    public async Task<bool> IsNeededAsync(HttpContext context) => await keys.HasKeysAsync(context.RequestAborted) || !local.Admits(context);

    /// <summary>Who has signed in, or null.</summary>
    public async Task<Caller?> CallerAsync(HttpContext context)
    {
        if (
            context.Request.Cookies[CookieName]?.Split('.') is not [var id, var written, var signature]
            || !long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds <= time.GetUtcNow().ToUnixTimeSeconds()
            || !ComesFromOurPage(context.Request)
            || await keys.FindByIdAsync(id, context.RequestAborted) is not { } key
        )
        {
            return null;
        }

        var expected = Encoding.ASCII.GetBytes(Signed(key, written));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature)) ? key.Caller : null;
    }

    /// <summary>Beside the cookie's SameSite: what changes something must come from a page of this very host.</summary>
    private static bool ComesFromOurPage(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return true;
        }

        return Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var page)
            && string.Equals(page.Authority, ForwardedHeaders.HostOf(request), StringComparison.OrdinalIgnoreCase);
    }

    private static string Write(AccessKey key, DateTimeOffset end)
    {
        var written = end.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{key.Id}.{written}.{Signed(key, written)}";
    }

    private static string Signed(AccessKey key, string end) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key.Hash, Encoding.UTF8.GetBytes($"session|{key.Id}|{end}")));

    private static CookieOptions CookieOf(HttpRequest request, DateTimeOffset? end) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = request.IsHttps || ForwardedHeaders.AreEncrypted(request),
            Expires = end,
            Path = "/",
        };
}
