namespace GroundedDocs.App.Access;

/// <summary>
/// Which identity provider vouches for callers beside keys: by tokens that programs send, and by signing people in on the review page;
/// section <c>Jwt</c>.
/// </summary>
internal sealed record TokenOptions
{
    /// <summary>The provider's address, such as https://login.microsoftonline.com/TENANT/v2.0; empty for no provider.</summary>
    public string Authority { get; init; } = "";

    /// <summary>Whom tokens must be made out to: the client id or the App ID URI of this app's registration; empty to accept no tokens.</summary>
    public string Audience { get; init; } = "";

    /// <summary>The claim that says whose files and predictions a caller sees.</summary>
    public string OwnerClaim { get; init; } = "oid";

    /// <summary>The client id under which the provider knows the review page; empty to sign nobody in there.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>The client's secret; empty for a public client, which PKCE protects alone.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>Whether there is a provider.</summary>
    public bool IsConfigured => Authority.Length > 0;

    /// <summary>Whether tokens are accepted.</summary>
    public bool AcceptsTokens => IsConfigured && Audience.Length > 0;

    /// <summary>Whether people can sign in on the review page.</summary>
    public bool SignsPeopleIn => IsConfigured && ClientId.Length > 0;

    /// <summary>Whether the provider runs on this machine, where nothing has to be encrypted.</summary>
    public bool IsOnThisMachine => Uri.TryCreate(Authority, UriKind.Absolute, out var authority) && IsLocal(authority);

    /// <summary>Reads the settings; wrong ones throw <see cref="InvalidOperationException"/> that names them and says what they should be.</summary>
    public static TokenOptions Read(IConfiguration settings)
    {
        var options = settings.GetSection("Jwt").Get<TokenOptions>() ?? new TokenOptions();
        if (!options.IsConfigured)
        {
            return options;
        }

        if (
            !Uri.TryCreate(options.Authority, UriKind.Absolute, out var authority)
            || (authority.Scheme != Uri.UriSchemeHttps && !IsLocal(authority))
        )
        {
            throw new InvalidOperationException("Jwt__Authority should be the https address of an identity provider.");
        }

        return options.OwnerClaim.Length > 0 && options is { AcceptsTokens: true } or { SignsPeopleIn: true }
            ? options
            : throw new InvalidOperationException(
                "With Jwt__Authority, Jwt__OwnerClaim and one of Jwt__Audience and Jwt__ClientId must be set."
            );
    }

    private static bool IsLocal(Uri authority) => authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback;
}
