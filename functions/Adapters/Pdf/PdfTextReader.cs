using System.Text;
using GroundedDocs.Documents.Pages;
using UglyToad.PdfPig;

namespace GroundedDocs.Adapters.Pdf;

/// <summary>Reads what a PDF itself says stands on its pages. Pages that cannot be parsed have an empty text layer.</summary>
internal sealed class PdfTextReader : IDisposable
{
    private readonly PdfDocument? document;
    private readonly bool isDrawn;

    private PdfTextReader(PdfDocument? document, bool isDrawn)
    {
        this.isDrawn = isDrawn;
        this.document = document;
    }

    /// <summary>Opens the text of a PDF.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isDrawn">Whether its words will be compared with a picture; where not, what may be hidden is kept apart.</param>
    public static PdfTextReader Open(string path, bool isDrawn = true) => new(Try(() => PdfDocument.Open(path, Lenient)), isDrawn);

    /// <summary>Makes the parser's code ready, which takes half a second, while no file waits for it.</summary>
    public static void Prepare()
    {
        var page = Try(() => PdfDocument.Open(Encoding.ASCII.GetBytes(SmallestPdf), Lenient))?.GetPage(1);
        if (page is not null)
        {
            PdfWords.Read(page, PdfLetters.IsInvisible);
        }
    }

    /// <summary>The text layer of a page, counted from 1.</summary>
    public TextLayer Read(int pageNumber)
    {
        if (document is null || pageNumber > document.NumberOfPages)
        {
            return TextLayer.Empty;
        }

        var page = Try(() => document.GetPage(pageNumber));
        if (page is null)
        {
            return TextLayer.Empty;
        }

        var text = Try(() => PdfWords.Read(page, isDrawn ? PdfLetters.IsInvisible : PdfLetters.MayBeHidden)) ?? TextLayer.Empty;
        var fields = Try(() => PdfFormFields.Read(document, page));
        return fields is null ? text : text with { Words = [.. text.Words, .. fields.Words], CheckBoxes = fields.CheckBoxes };
    }

    /// <inheritdoc/>
    public void Dispose() => document?.Dispose();

    private static ParsingOptions Lenient => new() { UseLenientParsing = true, SkipMissingFonts = true };

    // The parser throws whatever its code runs into on a damaged file. Without its answer the picture is read instead.
    private static T? Try<T>(Func<T?> parse)
        where T : class
    {
        try
        {
            return parse();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return null;
        }
    }

    private const string SmallestPdf = """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
        4 0 obj<</Length 40>>stream
        BT /F 9 Tf 9 9 Td (Ready to read) Tj ET 
        endstream endobj
        5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
        trailer<</Root 1 0 R>>
        """;
}
