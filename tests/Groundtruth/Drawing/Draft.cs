using System.Text.Json.Nodes;

namespace GroundedDocs.Groundtruth.Drawing;

/// <summary>A document while it is written: its sheets, and the value of every field that they print.</summary>
public sealed class Draft
{
    private readonly List<Sheet> sheets = [];
    private readonly List<KeyValuePair<string, JsonValue?>> fields = [];

    public IReadOnlyList<Sheet> Sheets => sheets;

    /// <summary>Path and value of each field, in the order of printing; null for a field that the document does not have.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonValue?>> Fields => fields;

    public Sheet Add(Sheet sheet)
    {
        sheets.Add(sheet);
        return sheet;
    }

    /// <summary>A field whose value is printed as it is.</summary>
    public Run Field(string path, string value) => Field(path, value, value);

    /// <summary>A text or a date that is printed in a notation of its own, or of which this is only the first line.</summary>
    public Run Field(string path, string value, string printed) => Field(path, JsonValue.Create(value), printed);

    /// <summary>A number, and how it is printed.</summary>
    public Run Field(string path, decimal value, string printed) => Field(path, JsonValue.Create(value), printed);

    /// <summary>A further line of a field that has been begun.</summary>
    public static Run More(string path, string printed) => new(printed, path);

    /// <summary>The value of a field printed once more in another place.</summary>
    public static Run Again(string path, string printed) => new(printed, path, IsRepeat: true);

    /// <summary>Fields that nothing on the page says: answering them is inventing.</summary>
    public void Absent(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            fields.Add(new(path, null));
        }
    }

    private Run Field(string path, JsonValue value, string printed)
    {
        fields.Add(new(path, value));
        return new Run(printed, path);
    }
}
