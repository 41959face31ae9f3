using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;
using UglyToad.PdfPig.AcroForms;
using UglyToad.PdfPig.AcroForms.Fields;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Geometry;
using Word = GroundedDocs.Documents.Layout.Word;

namespace GroundedDocs.Adapters.Pdf;

/// <summary>Reads the interactive form fields of one page: their values as words, their buttons as check boxes.</summary>
internal static class PdfFormFields
{
    /// <summary>The fields that lie on the page.</summary>
    public static TextLayer Read(AcroForm form, Page page)
    {
        var space = new PdfPageSpace(page);
        var words = new List<Word>();
        var boxes = new List<CheckBox>();
        var widgets = new Lazy<HashSet<(int, int, int, int)>>(() => [.. page.GetAnnotations().Select(widget => Place(widget.Rectangle))]);
        foreach (var field in Leaves(form.Fields))
        {
            // Fields need not say which page they are on; the page lists what it shows.
            if (
                field.Bounds is not { } bounds
                || (field.PageNumber is { } number ? number != page.Number : !widgets.Value.Contains(Place(bounds)))
            )
            {
                continue;
            }

            var box = space.FromAnnotation(bounds).ClampedToPage();
            if (box.IsDrawable)
            {
                Read(field, box, page, words, boxes);
            }
        }

        return new TextLayer(words, boxes);
    }

    private static void Read(AcroFieldBase field, BoundingBox box, Page page, List<Word> words, List<CheckBox> boxes)
    {
        switch (field)
        {
            case AcroCheckboxField check:
                boxes.Add(new CheckBox(box, check.IsChecked, 1, WordSource.FormField, NameOf(field)));
                break;
            case AcroRadioButtonField radio:
                boxes.Add(new CheckBox(box, radio.IsSelected, 1, WordSource.FormField, NameOf(field)));
                break;
            case AcroTextField text:
                words.AddRange(PlaceText(text, box, page));
                break;
            case AcroComboBoxField combo:
                words.AddRange(FieldText.Place(string.Join(' ', combo.SelectedOptions), false, FieldText.StyleOf(field), box, page));
                break;
            case AcroListBoxField list:
                words.AddRange(FieldText.Place(string.Join('\n', list.SelectedOptions), true, FieldText.StyleOf(field), box, page));
                break;
        }
    }

    // Rounded to a tenth of a point, left and bottom first however the file orders the corners.
    private static (int, int, int, int) Place(PdfRectangle rectangle)
    {
        var box = rectangle.Normalise();
        return ((int)(box.Left * 10), (int)(box.Bottom * 10), (int)(box.Right * 10), (int)(box.Top * 10));
    }

    private static IEnumerable<Word> PlaceText(AcroTextField text, BoundingBox box, Page page) =>
        text.Flags.HasFlag(AcroTextFieldFlags.Comb) && text.MaxLength is > 0 and { } cells
            ? FieldText.PlaceInComb(text.Value, cells, box, page)
            : FieldText.Place(text.Value, text.IsMultiline, FieldText.StyleOf(text), box, page);

    private static IEnumerable<AcroFieldBase> Leaves(IEnumerable<AcroFieldBase> fields) =>
        fields.SelectMany(field =>
            field switch
            {
                AcroNonTerminalField group => Leaves(group.Children),
                _ => [field],
            }
        );

    private static string? NameOf(AcroFieldBase field) => field.Information.AlternateName ?? field.Information.PartialName;
}
