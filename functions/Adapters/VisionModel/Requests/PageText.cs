using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Adapters.VisionModel.Requests;

/// <summary>
/// Writes a page's recognised text for the model. Lines are JSON strings, so that no text of a document can close the data and
/// pass for something the app says; characters that a reader of the page cannot see are dropped.
/// </summary>
public static class PageText
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>One JSON object: the page's number, its lines from the top, and whether lines were left out for length.</summary>
    public static string Write(PageLayout page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var lines = new JsonArray();
        var length = 0;
        foreach (var text in page.Lines.Select(line => Visible(page.TextOf(line))).Where(text => text.Length > 0))
        {
            length += text.Length;
            if (length > VisionModelLimits.PageTextCharacters)
            {
                break;
            }

            lines.Add(text);
        }

        var written = new JsonObject { ["page"] = page.PageNumber, ["recognised_text"] = lines };
        if (length > VisionModelLimits.PageTextCharacters)
        {
            written["cut"] = true;
        }

        return written.ToJsonString(Readable);
    }

    /// <summary>
    /// The text without control, format (zero-width, direction, tag), private and unassigned characters: instructions can be hidden in
    /// them, printed values cannot.
    /// </summary>
    public static string Visible(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(rune => IsVisible(rune) && rune.Value != 0xFFFD))
        {
            visible.Append(rune);
        }

        return visible.ToString().Trim();
    }

    private static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.Surrogate
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            );
}
