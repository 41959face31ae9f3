using GroundedDocs.App.Cli.Output;
using GroundedDocs.App.Review.Documents;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Results;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Review;
using GroundedDocs.Orchestration.Submissions;
using SkiaSharp;

namespace GroundedDocs.App.Review.Pictures;

/// <summary>Draws pages with the boxes of their fields, as people left them.</summary>
internal sealed class OverlayDrawing(DocumentFlow flow, ReviewStatements statements)
{
    /// <summary>Points (1/72 inch) of the longer side of a page of the PDF: A4 and letter alike.</summary>
    private const float LongerSide = 800;

    /// <summary>One page as PNG, or why there is none.</summary>
    public async Task<Result<byte[]>> PngAsync(Submission submission, int page, CancellationToken cancellationToken)
    {
        if (!(await FieldsAsync(submission, cancellationToken)).TryGet(out var list, out var problem))
        {
            return problem;
        }

        if (await flow.DocumentReader.PictureAsync(submission, page, cancellationToken) is not { } picture)
        {
            return new Failure("page.missing", $"There is no picture of page {page}.");
        }

        using var drawn = Draw(picture, Overlay.BoxesOf(list.Fields, page));
        using var image = SKImage.FromBitmap(drawn);
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <summary>Pages as one PDF, or why there is none.</summary>
    public async Task<Result<byte[]>> PdfAsync(Submission submission, IEnumerable<int> pages, CancellationToken cancellationToken)
    {
        if (!(await FieldsAsync(submission, cancellationToken)).TryGet(out var list, out var problem))
        {
            return problem;
        }

        using var file = new MemoryStream();
        using (var pdf = SKDocument.CreatePdf(file))
        {
            foreach (var page in pages)
            {
                if (await flow.DocumentReader.PictureAsync(submission, page, cancellationToken) is { } picture)
                {
                    AddPage(pdf, picture, Overlay.BoxesOf(list.Fields, page));
                }
            }

            pdf.Close();
        }

        return file.ToArray();
    }

    private static void AddPage(SKDocument pdf, PagePicture picture, IEnumerable<OverlayBox> boxes)
    {
        using var drawn = Draw(picture, boxes);
        var scale = LongerSide / Math.Max(drawn.Width, drawn.Height);
        using var image = SKImage.FromBitmap(drawn);
        // A JPEG goes into the PDF as it is; a bitmap would make it ten times as large.
        using var jpeg = image.Encode(SKEncodedImageFormat.Jpeg, 85);
        using var compact = SKImage.FromEncodedData(jpeg);
        var canvas = pdf.BeginPage(drawn.Width * scale, drawn.Height * scale);
        canvas.DrawImage(compact, SKRect.Create(drawn.Width * scale, drawn.Height * scale), SKSamplingOptions.Default);
        pdf.EndPage();
    }

    private static SKBitmap Draw(PagePicture picture, IEnumerable<OverlayBox> boxes)
    {
        var upright = Overlay.Upright(picture.Jpeg, picture.ClockwiseDegrees);
        Overlay.Draw(upright, boxes);
        return upright;
    }

    /// <summary>Every field as people left it, or why there are none.</summary>
    private async Task<Result<FieldList>> FieldsAsync(Submission submission, CancellationToken cancellationToken)
    {
        var read = await flow.DocumentReader.DocumentAsync(submission, cancellationToken);
        return read.TryGet(out var document, out var problem)
            ? new FieldList(await statements.CurrentAsync(submission, document, cancellationToken))
            : problem;
    }

    /// <summary>Fields, as a type that results can hold.</summary>
    private sealed record FieldList(IReadOnlyList<GroundedField> Fields);
}
