using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace GroundedDocs.App.Access;

/// <summary>Callers who show a token of an identity provider, Microsoft Entra ID say, instead of a key.</summary>
internal sealed class TokenCallers(TokenOptions options)
{
    /// <summary>Keeps owners of tokens apart from owners of keys, whatever the provider writes.</summary>
    private const string OwnerPrefix = "token:";

    /// <summary>Where providers write what a token may do: people's delegated scopes and programs' roles.</summary>
    private static readonly string[] ScopeClaims = ["scp", "scope", "roles"];

    /// <summary>Whether an identity provider is configured: then nobody is served without its word or a key.</summary>
    public bool IsConfigured => options.IsConfigured;

    /// <summary>Whether the provider signs people in on the review page.</summary>
    public bool SignsPeopleIn => options.SignsPeopleIn;

    /// <summary>The caller of a valid token, or null.</summary>
    public async Task<Caller?> CallerAsync(HttpContext context)
    {
        if (!options.AcceptsTokens)
        {
            return null;
        }

        var result = await context.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        return result.Principal is { } principal ? Of(principal) : null;
    }

    /// <summary>The caller whom a valid token of the provider speaks of; null when it does not say whose files the caller sees.</summary>
    public Caller? Of(ClaimsPrincipal principal) =>
        principal.FindFirst(options.OwnerClaim)?.Value is { Length: > 0 } owner
            ? new Caller(OwnerPrefix + owner, NameOf(principal, owner), ScopesOf(principal))
            : null;

    private static string NameOf(ClaimsPrincipal principal, string owner) =>
        principal.FindFirst("preferred_username")?.Value ?? principal.FindFirst("azp")?.Value ?? owner;

    private static Scope ScopesOf(ClaimsPrincipal principal) =>
        ScopeClaims
            .SelectMany(principal.FindAll)
            .SelectMany(claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Aggregate(Scope.None, (scopes, name) => scopes | (ScopeNames.Find(name) ?? Scope.None));
}
