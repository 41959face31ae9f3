namespace GroundedDocs.App.Review.Serving;

/// <summary>Serves the page. It holds no data, so that anybody may load it; what it shows it asks for with its session.</summary>
internal sealed class PageEndpoints(PageAssets assets)
{
    private const string ForGood = "public, max-age=31536000, immutable";

    public void Map(IEndpointRouteBuilder routes)
    {
        // The Functions host asks for the root until anything answers.
        routes.MapGet("/", (HttpContext context) => Serve(context, assets.Start, "no-cache"));
        routes.MapGet(
            "/review/{version}/{**path}",
            (string version, string path, HttpContext context) =>
                version == assets.Version && assets.Find(path) is { } asset ? Serve(context, asset, ForGood) : Results.NotFound()
        );
    }

    private IResult Serve(HttpContext context, PageAsset asset, string caching)
    {
        var headers = context.Response.Headers;
        ReviewHeaders.Write(headers);
        headers.CacheControl = caching;
        headers.Vary = "Accept-Encoding";
        headers.ETag = $"\"{assets.Version}\"";
        if (context.Request.Headers.IfNoneMatch.Contains(headers.ETag.ToString(), StringComparer.Ordinal))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        if (!context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            return Results.Bytes(asset.Content, asset.ContentType);
        }

        headers.ContentEncoding = "gzip";
        return Results.Bytes(asset.Compressed, asset.ContentType);
    }
}
