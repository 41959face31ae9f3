using GroundedDocs.App.Access;

namespace GroundedDocs.App.Api.Limiting;

/// <summary>Headers that keep browsers from doing anything with an answer but showing it. A page that needs more sets its own first.</summary>
internal static class SecurityHeaders
{
    private const string StrictPolicy = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>The reference page has scripts and styles of its own, and calls this server alone.</summary>
    private const string ReferencePolicy =
        "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Adds the headers to every answer.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    Add(context);
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );

    private static void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("X-Frame-Options", "DENY");
        headers.TryAdd("Referrer-Policy", "no-referrer");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        headers.TryAdd(
            "Content-Security-Policy",
            context.Request.Path.StartsWithSegments("/docs", StringComparison.Ordinal) ? ReferencePolicy : StrictPolicy
        );
        headers.TryAdd("Cache-Control", "no-store");
        if (ForwardedHeaders.IsEncrypted(context.Request))
        {
            headers.TryAdd("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
