using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Errors;
using GroundedDocs.App.Review.Documents;
using GroundedDocs.App.Review.Serving;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.App.Review.Pictures;

/// <summary>Pictures of pages, plain and with their boxes.</summary>
internal sealed class PictureEndpoints(DocumentFlow flow, OwnDocuments documents, OverlayDrawing overlays)
{
    /// <summary>A run's pictures never change, so a browser need not ask again; it must not show them to another user.</summary>
    private const string Caching = "private, max-age=86400, immutable";

    public void Map(RouteGroupBuilder api)
    {
        var one = api.MapGroup("documents/{id}").RequireCaller(Scope.Read);
        one.MapGet(
            "pages/{page:int}/image",
            (string id, int page, int? width, HttpContext context) =>
                documents.WithAsync(context, id, found => ImageAsync(context, found, page, width ?? ReviewLimits.PictureWidth))
        );
        one.MapGet(
            "overlay/{page:int}.png",
            (string id, int page, HttpContext context) => documents.WithAsync(context, id, found => OverlayAsync(context, found, page))
        );
        one.MapGet(
            "overlay.pdf",
            (string id, HttpContext context) => documents.WithAsync(context, id, found => OverlaysAsync(context, found))
        );
    }

    private async Task<IResult> ImageAsync(HttpContext context, Submission submission, int page, int width)
    {
        if (width is < ReviewLimits.LeastPictureWidth or > ReviewLimits.PictureWidth)
        {
            return ApiError.Invalid($"'width' must be {ReviewLimits.LeastPictureWidth} to {ReviewLimits.PictureWidth} pixels.");
        }

        var version = $"\"{submission.Run}-{page}-{width}\"";
        var headers = context.Response.Headers;
        headers.CacheControl = Caching;
        headers.ETag = version;
        if (context.Request.Headers.IfNoneMatch.Contains(version, StringComparer.Ordinal))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        if (await flow.DocumentReader.PictureAsync(submission, page, context.RequestAborted) is { } picture)
        {
            return Results.Bytes(PageJpeg.Draw(picture, width), "image/jpeg");
        }

        headers.CacheControl = "no-store";
        headers.Remove("ETag");
        return ApiError.NotFound($"There is no picture of page {page}.");
    }

    private async Task<IResult> OverlayAsync(HttpContext context, Submission submission, int page)
    {
        var drawn = await overlays.PngAsync(submission, page, context.RequestAborted);
        return drawn.TryGet(out var png, out var problem)
            ? Results.Bytes(png, "image/png", FileNames.Of(submission, $"-{page}.png"))
            : ApiError.NotFound(problem.Message);
    }

    private async Task<IResult> OverlaysAsync(HttpContext context, Submission submission)
    {
        var drawn = await overlays.PdfAsync(submission, context.RequestAborted);
        return drawn.TryGet(out var pdf, out var problem)
            ? Results.Bytes(pdf, "application/pdf", FileNames.Of(submission, "-boxes.pdf"))
            : ApiError.NotFound(problem.Message);
    }
}
