using System.Text.Json;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Tests.Browser;

/// <summary>A made-up document for tests of the page: what it says is known, and nothing has to be read.</summary>
/// <param name="Pages">How many pages it has.</param>
public sealed record Paper(int Pages)
{
    /// <summary>Fields of each page.</summary>
    public int LinesPerPage { get; init; } = 3;

    /// <summary>The text that the field <c>remark</c> has and page 1 prints.</summary>
    public string Remark { get; init; } = "nothing special";

    /// <summary>The step that fails for good, such as <c>split</c> or <c>read 2</c>; null for none.</summary>
    public string? Fails { get; init; }

    /// <summary>Where the title stands on page 1: the first is its box, the others are alternatives.</summary>
    public static IReadOnlyList<BoundingBox> TitlePlaces { get; } =
    [new(0.1, 0.05, 0.3, 0.03), new(0.55, 0.05, 0.3, 0.03), new(0.1, 0.9, 0.3, 0.03)];

    /// <summary>The words on page 1 that are no field's value yet, for a person to draw a box around.</summary>
    public static BoundingBox StrayPlace { get; } = new(0.6, 0.8, 0.2, 0.03);

    /// <summary>What <see cref="StrayPlace"/> prints.</summary>
    public const string StrayText = "1.234,50";

    /// <summary>Where the remark stands on page 1.</summary>
    public static BoundingBox RemarkPlace { get; } = new(0.1, 0.12, 0.6, 0.03);

    /// <summary>The file.</summary>
    public byte[] ToFile() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <summary>Reads what <see cref="ToFile"/> wrote; null for another file.</summary>
    public static Paper? Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<Paper>(file);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Where a line of a page stands.</summary>
    public BoundingBox PlaceOf(int line) => new(0.1, 0.2 + (0.55 * line / LinesPerPage), 0.25, Math.Min(0.02, 0.4 / LinesPerPage));

    /// <summary>The text of a line.</summary>
    public static string TextOf(int page, int line) => $"page {page} line {line}";

    /// <summary>The words of a page, each line of text a line of the layout.</summary>
    public PageLayout LayoutOf(int page)
    {
        var printed = Enumerable.Range(0, LinesPerPage).Select(line => (Text: TextOf(page, line), Place: PlaceOf(line))).ToList();
        if (page == 1)
        {
            printed.InsertRange(0, TitlePlaces.Select(place => (Title, place)).Append((Remark, RemarkPlace)));
            printed.Add((StrayText, StrayPlace));
        }

        var words = new List<Word>();
        var lines = new List<Line>();
        foreach (var (text, place) in printed)
        {
            var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            lines.Add(new Line(words.Count, parts.Length, place));
            words.AddRange(
                parts.Select(
                    (part, i) =>
                        new Word(
                            part,
                            new BoundingBox(
                                place.Left + (place.Width * i / parts.Length),
                                place.Top,
                                place.Width / parts.Length,
                                place.Height
                            ),
                            1,
                            WordSource.TextLayer
                        )
                )
            );
        }

        var blocks = lines.Select((line, i) => new Block(i, 1, line.Box)).ToArray();
        return new PageLayout(page, PaperStages.PageSize, words, lines, blocks, []);
    }

    /// <summary>What the field <c>title</c> says.</summary>
    public const string Title = "Statement of works";
}
