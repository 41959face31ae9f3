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
            (string id, int? from, HttpContext context) => documents.WithAsync(context, id, found => OverlaysAsync(context, found, from))
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

    /// <summary>A document, or the part of a long one that begins at a page: what does not fit is refused rather than left out.</summary>
    private async Task<IResult> OverlaysAsync(HttpContext context, Submission submission, int? from)
    {
        const int Most = ReviewLimits.OverlayPages;
        if (from is null && submission.PageCount > Most)
        {
            return ApiError.Unprocessable(
                $"The document has {submission.PageCount} pages; a PDF with boxes holds {Most}. Ask for parts with ?from=1, ?from={Most + 1} and so on."
            );
        }

        if (from < 1 || from > submission.PageCount)
        {
            return ApiError.Invalid($"'from' must be a page of the document, 1 to {submission.PageCount}.");
        }

        var first = from ?? 1;
        var last = Math.Min(submission.PageCount, first + Most - 1);
        var drawn = await overlays.PdfAsync(submission, Enumerable.Range(first, last - first + 1), context.RequestAborted);
        var ending = from is null ? "-boxes.pdf" : $"-boxes-{first}-{last}.pdf";
        return drawn.TryGet(out var pdf, out var problem)
            ? Results.Bytes(pdf, "application/pdf", FileNames.Of(submission, ending))
            : ApiError.NotFound(problem.Message);
    }
}
