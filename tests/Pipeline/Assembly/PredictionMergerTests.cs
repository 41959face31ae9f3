using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Values;
using GroundedDocs.Pipeline.Assembly;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Assembly;

public sealed class PredictionMergerTests
{
    private static readonly DocumentSchema Schema = SchemaParser
        .Parse(
            """
            {"properties":{"id":{"type":"string"},"seller":{"properties":{"name":{"type":"string"}}},"tags":{"items":{"type":"string"}},
             "lines":{"items":{"properties":{"description":{"type":"string"},"quantity":{"type":"number"},"amount":{"type":"number"}}}}}}
            """
        )
        .Value;

    [Fact]
    public void Merge_DocumentFields_TakesTheSurestAndPrefersAgreement()
    {
        var merged = Merge(
            [Text("id", "A-1", 0.8), Text("seller.name", "Old Mill", 0.7)],
            [Text("id", "B-2", 0.9), Text("seller.name", "New Mill", 0.72)],
            [Text("seller.name", "OLD MILL", 0.7)]
        );

        Assert.Equal(["id=B-2", "seller.name=Old Mill"], merged);
    }

    [Fact]
    public void Merge_Rows_AreJoinedInPageOrderWithoutHeadersAndCarriedSums()
    {
        var merged = Merge(
            [
                Text("lines[0].description", "Bolt"),
                Number("lines[0].amount", 3),
                Text("lines[1].description", "carried forward"),
                Number("lines[1].amount", 3),
            ],
            [
                Text("lines[0].description", "Description"),
                Text("lines[0].quantity", "Quantity"),
                Text("lines[1].description", "Brought forward"),
                Number("lines[1].amount", 3),
                Text("lines[2].description", "Nut"),
                Number("lines[2].quantity", 2),
                Number("lines[2].amount", 3),
            ]
        );

        Assert.Equal(
            ["lines[0].description=Bolt", "lines[0].amount=3", "lines[1].description=Nut", "lines[1].quantity=2", "lines[1].amount=3"],
            merged
        );
    }

    [Fact]
    public void Merge_ArticleNamedLikeACarriedSum_IsKeptAwayFromThePageBreak()
    {
        var merged = Merge(
            [
                Text("lines[0].description", "Transport"),
                Number("lines[0].amount", 40),
                Text("lines[1].description", "Bolt"),
                Number("lines[1].amount", 3),
                Text("lines[2].description", "Transport"),
                Number("lines[2].amount", 43),
            ],
            [Text("lines[0].description", "Nut"), Number("lines[0].amount", 5)]
        );

        Assert.Equal(
            [
                "lines[0].description=Transport",
                "lines[0].amount=40",
                "lines[1].description=Bolt",
                "lines[1].amount=3",
                "lines[2].description=Nut",
                "lines[2].amount=5",
            ],
            merged
        );
    }

    [Fact]
    public void Merge_RowCutByThePageBreak_IsOneRow()
    {
        var merged = Merge(
            [Text("lines[0].description", "Hexagon head"), Number("lines[0].quantity", 4), Number("lines[0].amount", 8)],
            [Text("lines[0].description", "bolt, zinc"), Text("lines[1].description", "Nut"), Number("lines[1].amount", 8)]
        );

        Assert.Equal("lines[0].description=Hexagon head bolt, zinc", merged[0]);
        Assert.Equal(["lines[1].description=Nut", "lines[1].amount=8"], merged.Skip(3));
    }

    [Fact]
    public void Merge_EqualRowsOfDifferentWindows_AreBothKept() =>
        Assert.Equal(
            4,
            Merge(
                [Text("lines[0].description", "Fee"), Number("lines[0].amount", 5)],
                [Text("lines[0].description", "Fee"), Number("lines[0].amount", 5)]
            ).Count
        );

    [Fact]
    public void Merge_ListOfValues_DropsWhatAnEarlierWindowSaid() =>
        Assert.Equal(["tags[0]=red", "tags[1]=blue"], Merge([Text("tags[0]", "red")], [Text("tags[0]", "RED"), Text("tags[1]", "blue")]));

    [Fact]
    public void Merge_NoWindows_GivesNoFields() => Assert.Empty(Merge());

    private static List<string> Merge(params PredictedField[][] windows)
    {
        var provenance = new Provenance("test", "1", Schema.Hash);
        var predictions = windows.Select((fields, i) => new WindowPrediction(i + 1, new Prediction(fields, provenance)));
        var merged = new PredictionMerger().Merge([.. predictions.Reverse()], Schema, new DocumentLayout([]));
        return [.. merged.Fields.Select(f => $"{f.Path}={f.Value}")];
    }

    private static PredictedField Text(string path, string value, double? probability = null) =>
        new(FieldPath.Parse(path), ScalarValue.FromText(value)) { Probability = probability };

    private static PredictedField Number(string path, decimal value) => new(FieldPath.Parse(path), ScalarValue.FromNumber(value));
}
