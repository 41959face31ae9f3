using CsCheck;
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
    private const int Cases = 25;
    private const int WordCount = 180;
    private const int FieldCount = 15;

    private static readonly Gen<DensePage> Pages = Gen.Int[1, 1_000_000].Select(seed => DensePage.Make(seed, WordCount, FieldCount));

    [Fact]
    public void Ground_ValueJoinedFromWordsOfThePage_IsFound() =>
        Pages.Sample(
            page =>
            {
                foreach (var field in Ground(page, page.Layout))
                {
                    Assert.NotEmpty(field.Boxes);
                    Assert.Equal(field.Value.Text, string.Join(' ', field.Boxes.Select(b => b.Content)));
                }
            },
            iter: Cases
        );

    [Fact]
    public void Ground_ShuffledWords_ChoosesTheSame() =>
        Gen.Select(Pages, Gen.Int)
            .Sample(
                (page, seed) => Assert.Equal(Chosen(page, page.Layout), Chosen(page, Change(page.Layout, words => Shuffled(words, seed)))),
                iter: Cases
            );

    [Fact]
    public void Ground_MovedAndScaledPage_ChoosesTheSame() =>
        Gen.Select(Pages, Gen.Double[0.3, 0.7], Gen.Double[0, 0.25])
            .Sample(
                (page, scale, shift) =>
                    Assert.Equal(
                        Chosen(page, page.Layout),
                        Chosen(page, Change(page.Layout, words => [.. words.Select(w => w with { Box = Moved(w.Box, scale, shift) })]))
                    ),
                iter: Cases
            );

    [Fact]
    public void Ground_Twice_GivesTheSame() =>
        Pages.Sample(page => Assert.Equal(Chosen(page, page.Layout), Chosen(page, page.Layout)), iter: Cases);

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
