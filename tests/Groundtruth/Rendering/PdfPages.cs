using GroundedDocs.Groundtruth.Drawing;
using SkiaSharp;

namespace GroundedDocs.Groundtruth.Rendering;

/// <summary>Writes sheets as a digital PDF: text stays text, fonts are embedded.</summary>
public static class PdfPages
{
    private static readonly DateTime Written = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>The finished pages: a PDF page is the sheet itself.</summary>
    public static IReadOnlyList<FinishedPage> Finish(Draft draft) =>
        [.. draft.Sheets.Select(sheet => new FinishedPage(SKMatrix.Identity, new SKSize(sheet.Width, sheet.Height)))];

    /// <summary>The file.</summary>
    public static byte[] Write(Draft draft, string title)
    {
        using var stream = new MemoryStream();
        var metadata = SKDocumentPdfMetadata.Default with { Title = title, Creation = Written, Modified = Written };
        using (var document = SKDocument.CreatePdf(stream, metadata))
        {
            foreach (var sheet in draft.Sheets)
            {
                Draw(document.BeginPage(sheet.Width, sheet.Height), sheet);
                document.EndPage();
            }

            document.Close();
        }

        return stream.ToArray();
    }

    private static void Draw(SKCanvas canvas, Sheet sheet)
    {
        foreach (var panel in sheet.Panels)
        {
            using var paint = new SKPaint { Color = panel.Color };
            canvas.DrawRect(panel.Area, paint);
        }

        foreach (var line in sheet.Lines)
        {
            using var font = line.Style.ToFont();
            using var ink = new SKPaint { Color = line.Style.Color };
            canvas.DrawText(line.Text, line.Left, line.Baseline, SKTextAlign.Left, font, ink);
        }
    }
}
