using System.Globalization;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Reading.CheckBoxes;
using GroundedDocs.Pipeline.Reading.Lines;

namespace GroundedDocs.Pipeline.Reading.Soundness;

/// <summary>Reads a page that nothing could draw: its text layer is all there is, and is judged by itself.</summary>
internal static class UnseenPage
{
    /// <summary>Confidence of words that no picture bears out.</summary>
    private const double Unchecked = 0.9;

    private const string Note =
        "Read from the file's own text alone: this installation cannot draw PDF pages, so the text was not compared with what the page shows, and there is no picture of the page.";

    /// <summary>The layout, or the failure of a page whose text is missing or cannot be text.</summary>
    public static Result<PageLayout> Read(PageImage image, TextLayer layer)
    {
        var text = layer.Words.Where(word => word.Source == WordSource.TextLayer).ToList();
        if (layer.Words.Count == 0 || TextPlausibility.IsGarbage(text))
        {
            return NoText(image.PageNumber);
        }

        var kept = layer
            .Words.Where(word => !TextPlausibility.IsBroken(word))
            .Select(word => word.Source == WordSource.TextLayer ? word with { Confidence = Unchecked } : word);
        var (plain, glyphs) = GlyphCheckBoxes.Split([.. kept]);
        var checkBoxes = CheckBoxMerge.Merge(layer.CheckBoxes, glyphs, [], plain);
        return LayoutBuilder.Build(image.PageNumber, image.Size, plain, checkBoxes, 0) with { Note = Note };
    }

    private static Failure NoText(int pageNumber) =>
        new(
            "page.unseen",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Page {pageNumber} has no text of its own that can be trusted, and this installation cannot draw PDF pages to read them: configure DocumentIntelligence__Endpoint, send the page as a picture, or deploy the container image."
            )
        );
}
