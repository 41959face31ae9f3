using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Groundtruth.Pages;
using GroundedDocs.Pipeline.Grounding;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Grounding;

public sealed class GrounderProperties
{
    private const int WordCount = 180;
    private const int FieldCount = 15;

    /// <summary>Seeds of invented pages: fixed, so that a failure comes back.</summary>
    public static TheoryData<int> Seeds { get; } = new(Enumerable.Range(1, 40));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Ground_ValueJoinedFromWordsOfThePage_IsFound(int seed)
    {
        var page = Page(seed);

        foreach (var field in Ground(page, page.Layout))
        {
            // The same number may be printed elsewhere in another notation, and stand better there.
            Assert.NotEmpty(field.Boxes);
            Assert.True(field.Tier == MatchTier.Typed || field.Value.Text == string.Join(' ', field.Boxes.Select(b => b.Content)));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Ground_ShuffledWords_ChoosesTheSame(int seed)
    {
        var page = Page(seed);

        Assert.Equal(Chosen(page, page.Layout), Chosen(page, Change(page.Layout, words => Shuffled(words, seed))));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Ground_MovedAndScaledPage_ChoosesTheSame(int seed)
    {
        var page = Page(seed);
        var (scale, shift) = (0.3 + (seed % 5 * 0.1), seed % 7 * 0.04);
        var moved = Change(page.Layout, words => [.. words.Select(w => w with { Box = Moved(w.Box, scale, shift) })]);

        Assert.Equal(Chosen(page, page.Layout), Chosen(page, moved));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Ground_Twice_GivesTheSame(int seed)
    {
        var page = Page(seed);

        Assert.Equal(Chosen(page, page.Layout), Chosen(page, page.Layout));
    }

    private static DensePage Page(int seed) => DensePage.Make(seed, WordCount, FieldCount);

    // What was chosen, in words that do not depend on where the page lies.
    private static List<string> Chosen(DensePage page, DocumentLayout layout) =>
        [
            .. Ground(page, layout)
                .Select(field =>
                {
                    var first = field.Boxes[0].Region.Box;
                    var nearest = layout.Pages[0].Words.MinBy(w => Math.Abs(w.Box.Left - first.Left) + Math.Abs(w.Box.Top - first.Top))!;
                    var rank = layout
                        .Pages[0]
                        .Words.Count(w => w.Box.Top < nearest.Box.Top || (w.Box.Top == nearest.Box.Top && w.Box.Left < nearest.Box.Left));
                    return $"{field.Path} {rank} {field.Tier} {string.Join('|', field.Boxes.Select(b => b.Content))}";
                }),
        ];

    private static IReadOnlyList<GroundedField> Ground(DensePage page, DocumentLayout layout)
    {
        var schema = SchemaParser.Parse(page.SchemaJson).Value;
        var prediction = new Prediction([.. page.Values.Select(v => v.Field)], new Provenance("test", "1", schema.Hash));
        return new Grounder().Ground(layout, schema, prediction).Document.Fields;
    }

    private static DocumentLayout Change(DocumentLayout layout, Func<IReadOnlyList<Word>, IReadOnlyList<Word>> change) =>
        new([.. layout.Pages.Select(page => page with { Words = change(page.Words) })]);

    private static BoundingBox Moved(BoundingBox box, double scale, double shift) =>
        new((box.Left * scale) + shift, (box.Top * scale) + shift, box.Width * scale, box.Height * scale);

    private static IReadOnlyList<Word> Shuffled(IReadOnlyList<Word> words, int seed)
    {
        var shuffled = words.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }
}
