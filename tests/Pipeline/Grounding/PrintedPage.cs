using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Values;
using GroundedDocs.Pipeline.Grounding;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Grounding;

/// <summary>
/// A page typeset on a grid of characters, 100 columns by 70 lines: the box of each word follows from where its
/// characters stand, whatever the engine under test thinks.
/// </summary>
internal sealed class PrintedPage
{
    private const double CharacterWidth = 0.01;
    private const double LinePitch = 1.0 / 70;
    private const double LineHeight = 0.010;

    private readonly List<Word> words = [];
    private readonly List<CheckBox> checkBoxes = [];

    public PrintedPage Print(int line, int column, string text, double confidence = 1, WordSource source = WordSource.TextLayer)
    {
        var at = 0;
        foreach (var part in text.Split(' '))
        {
            if (part.Length > 0)
            {
                words.Add(new Word(part, BoxAt(line, column + at, part.Length), confidence, source));
            }

            at += part.Length + 1;
        }

        return this;
    }

    public PrintedPage Check(int line, int column, bool isSelected)
    {
        checkBoxes.Add(new CheckBox(BoxAt(line, column, 1), isSelected, 1, WordSource.FormField));
        return this;
    }

    /// <summary>Writes a word by hand: anywhere, and as high as it happens to be.</summary>
    public PrintedPage Write(string text, double left, double top, double width, double height)
    {
        words.Add(new Word(text, new BoundingBox(left, top, width, height), 1, WordSource.TextLayer));
        return this;
    }

    public static BoundingBox BoxAt(int line, int column, int length) =>
        new(column * CharacterWidth, line * LinePitch, length * CharacterWidth, LineHeight);

    public PageLayout Layout(int pageNumber = 1) => new(pageNumber, new PixelSize(850, 1100), words, [], [], checkBoxes);

    public GroundingOutcome Ground(string schemaJson, params PredictedField[] fields) => Ground([Layout()], schemaJson, fields);

    public static GroundingOutcome Ground(IReadOnlyList<PageLayout> pages, string schemaJson, params PredictedField[] fields)
    {
        var schema = SchemaParser.Parse(schemaJson).Value;
        return new Grounder().Ground(new DocumentLayout(pages), schema, new Prediction(fields, new Provenance("test", "1", schema.Hash)));
    }

    public static PredictedField Field(string path, string value) => new(FieldPath.Parse(path), ScalarValue.FromText(value));

    /// <summary>Checks that a field has one box, the expected one.</summary>
    public static void AssertStandsAt(BoundingBox expected, GroundedField field) =>
        Assert.Equal(1, Assert.Single(field.Boxes).Region.Box.IntersectionOverUnion(expected), 6);

    /// <summary>A schema of text fields.</summary>
    public static string Schema(params string[] names) =>
        "{\"type\":\"object\",\"properties\":{" + string.Join(',', names.Select(n => $"\"{n}\":{{\"type\":\"string\"}}")) + "}}";
}
