using System.Globalization;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Groundtruth.Pages;

/// <summary>A page full of invented words, dates and amounts, and values that are stretches of one to five of its words.</summary>
public sealed class DensePage
{
    private const int WordsPerLine = 12;
    private const int LongestValue = 5;

    private readonly Random random;
    private readonly List<Word> words = [];

    private DensePage(int seed) => random = new Random(seed);

    /// <summary>The printed page.</summary>
    public DocumentLayout Layout => new([new PageLayout(1, new PixelSize(850, 1100), words, [], [], [])]);

    /// <summary>The values, each with the words that it was taken from.</summary>
    public IReadOnlyList<(PredictedField Field, IReadOnlyList<Word> Words)> Values { get; private set; } = [];

    /// <summary>A schema that names the fields after words of the page.</summary>
    public string SchemaJson =>
        "{\"type\":\"object\",\"properties\":{"
        + string.Join(',', Values.Select(v => $"\"{v.Field.Path}\":{{\"type\":\"string\"}}"))
        + "}}";

    /// <summary>Prints a page. Equal arguments give equal pages.</summary>
    public static DensePage Make(int seed, int wordCount, int fieldCount)
    {
        var page = new DensePage(seed);
        var lines = (wordCount + WordsPerLine - 1) / WordsPerLine;
        for (var i = 0; i < wordCount; i++)
        {
            var (line, column) = (i / WordsPerLine, i % WordsPerLine);
            var box = new BoundingBox(0.04 + (column * 0.077), 0.02 + (line * 0.96 / lines), 0.07, 0.6 * 0.96 / lines);
            page.words.Add(new Word(page.NextText(), box, 1, WordSource.TextLayer));
        }

        page.Values = [.. Enumerable.Range(0, fieldCount).Select(page.TakeValue)];
        return page;
    }

    private (PredictedField Field, IReadOnlyList<Word> Words) TakeValue(int number)
    {
        var line = random.Next(words.Count / WordsPerLine);
        var length = random.Next(1, LongestValue + 1);
        var first = (line * WordsPerLine) + random.Next(WordsPerLine - length + 1);
        var taken = words.GetRange(first, length);
        var name = string.Create(CultureInfo.InvariantCulture, $"{Syllables(2)}_{number}");
        var value = ScalarValue.FromText(string.Join(' ', taken.Select(w => w.Text)));
        return (new PredictedField(FieldPath.Root.Property(name), value), taken);
    }

    private string NextText() =>
        random.Next(10) switch
        {
            0 => (random.Next(100_000) / 100m).ToString("N2", CultureInfo.InvariantCulture),
            1 => new DateOnly(2020, 1, 1).AddDays(random.Next(2_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            2 => random.Next(100).ToString(CultureInfo.InvariantCulture),
            _ => Syllables(random.Next(1, 5)),
        };

    private string Syllables(int count) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => $"{"bcdfghklmnprstvw"[random.Next(16)]}{"aeiou"[random.Next(5)]}"));
}
