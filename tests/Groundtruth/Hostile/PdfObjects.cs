using System.Globalization;
using System.Text;

namespace GroundedDocs.Groundtruth.Hostile;

/// <summary>Writes a PDF from the text of its objects, with a right cross-reference table: for files that no drawing library makes.</summary>
public static class PdfObjects
{
    /// <summary>The file; the first object, number 1, is the catalogue.</summary>
    /// <param name="objects">The bodies of objects 1, 2, 3 …</param>
    /// <param name="trailerEntries">What the trailer says besides size and root.</param>
    public static byte[] Write(IReadOnlyList<string> objects, string trailerEntries = "")
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var (index, body) in objects.Index())
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{body}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        file.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {trailerEntries} >>\nstartxref\n{start}\n%%EOF\n"
        );
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
