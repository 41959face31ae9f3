namespace GroundedDocs.App.Access;

/// <summary>
/// A cookie that scripts cannot read, for the whole page. It travels encrypted or on this machine only, as the browser sees it: proxies
/// say in their headers how the request reached them.
/// </summary>
internal sealed class PageCookie : CookieBuilder
{
    /// <summary>Makes a cookie.</summary>
    /// <param name="name">Its name, or the beginning of it.</param>
    /// <param name="sameSite">Which requests carry it.</param>
    public PageCookie(string name, SameSiteMode sameSite)
    {
        Name = name;
        SameSite = sameSite;
        HttpOnly = true;
        IsEssential = true;
        Path = "/";
    }

    /// <inheritdoc/>
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = ForwardedHeaders.IsEncrypted(context.Request) || !ForwardedHeaders.IsForThisMachine(context.Request);
        return options;
    }
}
