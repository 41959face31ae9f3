using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using Word = GroundedDocs.Documents.Layout.Word;

namespace GroundedDocs.Adapters.Pdf;

/// <summary>Reads the interactive form fields of one page: their values as words, their buttons as check boxes.</summary>
internal static class PdfFormFields
{
    /// <summary>The fields that the page shows.</summary>
    public static TextLayer Read(PdfDocument document, Page page)
    {
        var space = new PdfPageSpace(page);
        var words = new List<Word>();
        var boxes = new List<CheckBox>();
        foreach (var widget in PdfWidget.Of(document, page))
        {
            var box = space.FromAnnotation(widget.Bounds).ClampedToPage();
            if (!box.IsDrawable)
            {
                continue;
            }

            if (widget.IsCheckBox)
            {
                boxes.Add(new CheckBox(box, widget.IsSelected, 1, WordSource.FormField, widget.Name));
            }
            else if (widget.IsText || widget.IsChoice)
            {
                words.AddRange(FieldText.Place(widget, box, page));
            }
        }

        return new TextLayer(words, boxes);
    }
}
