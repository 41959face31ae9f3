using System.Globalization;
using System.Text;

namespace GroundedDocs.Tests.Adapters.Pdf;

/// <summary>Writes small PDFs object by object, so that a test can put anything into them.</summary>
internal sealed class RawPdf
{
    private readonly List<string> objects = ["", ""];
    private readonly List<int> pages = [];
    private readonly List<int> fields = [];

    /// <summary>Whether the file lists its form fields, as it should; otherwise they are found on its pages alone.</summary>
    public bool ListsFields { get; init; } = true;

    /// <summary>Adds an object that nothing points to yet, and says which number it has.</summary>
    public int Add(string body)
    {
        objects.Add(body);
        return objects.Count;
    }

    /// <summary>Adds a page of 600 × 800 points with the given content; font F is Helvetica.</summary>
    public RawPdf Page(string content, string entries = "", params string[] widgets)
    {
        var annotations = widgets.Select(widget => Add($"<</Type/Annot/Subtype/Widget {widget}>>")).ToList();
        fields.AddRange(annotations);
        var stream = Add($"<</Length {content.Length}>>\nstream\n{content}\nendstream");
        var list = string.Join(' ', annotations.Select(number => $"{number} 0 R"));
        pages.Add(
            Add(
                $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]{entries}/Contents {stream} 0 R/Annots[{list}]"
                    + "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
            )
        );
        return this;
    }

    /// <summary>The operators that print a text at a place, in points from the bottom left.</summary>
    public static string Text(string text, double x, double y, double size = 20, int mode = 0) =>
        string.Create(CultureInfo.InvariantCulture, $"BT /F {size} Tf {mode} Tr {x} {y} Td ({text}) Tj ET ");

    /// <summary>The file; <paramref name="trailer"/> adds entries to its trailer.</summary>
    public byte[] Write(string trailer = "")
    {
        objects[0] = $"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[{References(ListsFields ? fields : [])}]/DA(/Helv 0 Tf)>>>>";
        objects[1] = $"<</Type/Pages/Kids[{References(pages)}]/Count {pages.Count}>>";
        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var index = 0; index < objects.Count; index++)
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{objects[index]}\nendobj\n");
        }

        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => text.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"));
        text.Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Count + 1}/Root 1 0 R{trailer}>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private static string References(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(number => $"{number} 0 R"));
}
