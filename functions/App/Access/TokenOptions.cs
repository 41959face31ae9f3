namespace GroundedDocs.App.Access;

/// <summary>Which identity provider's tokens are accepted beside keys; section <c>Jwt</c>.</summary>
internal sealed record TokenOptions
{
    /// <summary>The provider's address, such as https://login.microsoftonline.com/TENANT/v2.0; empty to accept no tokens.</summary>
    public string Authority { get; init; } = "";

    /// <summary>Whom tokens must be made out to: the client id or the App ID URI of this app's registration.</summary>
    public string Audience { get; init; } = "";

    /// <summary>The claim that says whose files and predictions a caller sees.</summary>
    public string OwnerClaim { get; init; } = "oid";

    /// <summary>Whether tokens are accepted.</summary>
    public bool IsConfigured => Authority.Length > 0;

    /// <summary>Reads the settings; wrong ones throw <see cref="InvalidOperationException"/> that names them and says what they should be.</summary>
    public static TokenOptions Read(IConfiguration settings)
    {
        var options = settings.GetSection("Jwt").Get<TokenOptions>() ?? new TokenOptions();
        if (!options.IsConfigured)
        {
            return options;
        }

        if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var authority) || authority.Scheme != Uri.UriSchemeHttps)
        {
            throw new InvalidOperationException("Jwt__Authority should be the https address of an identity provider.");
        }

        return options.Audience.Length > 0 && options.OwnerClaim.Length > 0
            ? options
            : throw new InvalidOperationException("Jwt__Audience and Jwt__OwnerClaim must be set when Jwt__Authority is.");
    }
}
