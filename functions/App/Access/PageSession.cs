using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace GroundedDocs.App.Access;

/// <summary>
/// The session of a browser: of a key, which it names without holding it, so that revoking the key ends the session; or of a person
/// whom the identity provider vouched for. It is a cookie that the app's own keys encrypt and sign, so that every process reads it and
/// no session is kept anywhere.
/// </summary>
internal sealed class PageSession(KeyRing keys, TokenCallers tokens, LocalRule local, TimeProvider time)
{
    /// <summary>The authentication scheme that writes and reads the cookie.</summary>
    public const string Scheme = "page-session";

    /// <summary>How long the session of a key lasts: a working day.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>How long the session of a person lasts: the provider is asked soon again, because nobody else would say that they left.</summary>
    public static readonly TimeSpan PersonLifetime = TimeSpan.FromHours(4);

    private const string KeyClaim = "key";
    private const string OwnerClaim = "owner";
    private const string NameClaim = "name";
    private const string ScopesClaim = "scopes";

    /// <summary>Signs a browser in with a key.</summary>
    /// <returns>False when the key is not valid.</returns>
    public async Task<bool> SignInAsync(HttpContext context, string key)
    {
        if (KeyToken.TryParse(key) is not { } token || await keys.FindAsync(token, context.RequestAborted) is not { } known)
        {
            return false;
        }

        await context.SignInAsync(Scheme, Principal(new Claim(KeyClaim, known.Id)), Until(time.GetUtcNow() + Lifetime));
        return true;
    }

    /// <summary>What the cookie of a person says: no more of the provider's token than what is needed here.</summary>
    public (ClaimsPrincipal Principal, AuthenticationProperties Properties) OfPerson(Caller caller) =>
        (
            Principal(
                new Claim(OwnerClaim, caller.Owner),
                new Claim(NameClaim, caller.KeyName),
                new Claim(ScopesClaim, ((int)caller.Scopes).ToString(CultureInfo.InvariantCulture))
            ),
            Until(time.GetUtcNow() + PersonLifetime)
        );

    /// <summary>Signs a browser out.</summary>
    public static Task SignOutAsync(HttpContext context) => context.SignOutAsync(Scheme);

    /// <summary>Whether a browser needs to sign in at all: not while there is neither key nor provider and it is on this machine.</summary>
    public async Task<bool> IsNeededAsync(HttpContext context) =>
        tokens.IsConfigured || await keys.HasKeysAsync(context.RequestAborted) || !local.Admits(context);

    /// <summary>Who has signed in, or null.</summary>
    public async Task<Caller?> CallerAsync(HttpContext context)
    {
        if (!ComesFromOurPage(context.Request) || (await context.AuthenticateAsync(Scheme)).Principal is not { } principal)
        {
            return null;
        }

        return principal.FindFirst(KeyClaim)?.Value is { } id
            ? (await keys.FindByIdAsync(id, context.RequestAborted))?.Caller
            : PersonOf(principal);
    }

    /// <summary>A session of a person ends with the setting that let the person in.</summary>
    private Caller? PersonOf(ClaimsPrincipal principal) =>
        tokens.SignsPeopleIn
        && principal.FindFirst(OwnerClaim)?.Value is { } owner
        && principal.FindFirst(NameClaim)?.Value is { } name
        && int.TryParse(principal.FindFirst(ScopesClaim)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var scopes)
            ? new Caller(owner, name, (Scope)scopes & Scope.All)
            : null;

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

    private static ClaimsPrincipal Principal(params Claim[] claims) => new(new ClaimsIdentity(claims, Scheme));

    private static AuthenticationProperties Until(DateTimeOffset end) => new() { IsPersistent = true, ExpiresUtc = end };
}
