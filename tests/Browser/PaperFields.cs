using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Tests.Browser;

/// <summary>The fields of a <see cref="Paper"/>, from its layout: an unsure title with alternatives, one that nobody finds, and rows.</summary>
internal static class PaperFields
{
    public static IEnumerable<GroundedField> Of(DocumentLayout layout)
    {
        var first = layout.Pages.FirstOrDefault(page => page.PageNumber == 1 && page.Failure is null);
        var remark = first is null ? "" : first.TextOf(first.Lines.First(line => line.Box == Paper.RemarkPlace));
        yield return Field("title", ScalarValue.FromText(Paper.Title), ConfidenceBand.Low, 0.31, Paper.TitlePlaces[0], Paper.Title) with
        {
            Alternatives =
            [
                .. Paper.TitlePlaces.Skip(1).Select(place => new Alternative([Box(1, place, Paper.Title)], 0.2, AlternativeSource.Words)),
            ],
            CandidateCount = 3,
            Margin = 0.11,
        };
        yield return Nowhere("amount", ScalarValue.FromNumber(12.5m), GroundingStatus.Unlocated, ConfidenceBand.Low);
        yield return Field("remark", ScalarValue.FromText(remark), ConfidenceBand.High, 0.99, Paper.RemarkPlace, remark);
        yield return Nowhere("seal", ScalarValue.FromText("round"), GroundingStatus.Inferred, ConfidenceBand.Medium);
        yield return Nowhere("missing", ScalarValue.Null, GroundingStatus.Absent, ConfidenceBand.Low);
        foreach (var field in layout.Pages.Where(page => page.Failure is null).SelectMany(Lines).SelectMany(Row))
        {
            yield return field;
        }
    }

    private static IEnumerable<(int Page, string Text, BoundingBox Box)> Lines(PageLayout page) =>
        page
            .Lines.Select(line => (page.PageNumber, Text: page.TextOf(line), line.Box))
            .Where(line => line.Text.StartsWith("page ", StringComparison.Ordinal));

    private static IEnumerable<GroundedField> Row((int Page, string Text, BoundingBox Box) line, int index)
    {
        var row = FieldPath.Root.Property("lines").Element(index);
        var region = new PageRegion(line.Page, line.Box);
        yield return new GroundedField(
            row.Property("text"),
            ScalarValue.FromText(line.Text),
            GroundingStatus.Exact,
            ConfidenceBand.Medium,
            0.8,
            [new GroundedBox(region, line.Text, 1)]
        );
        yield return new GroundedField(
            row.Property("number"),
            ScalarValue.FromNumber(index),
            GroundingStatus.Inferred,
            ConfidenceBand.Medium,
            0.7,
            []
        );
    }

    private static GroundedField Field(
        string path,
        ScalarValue value,
        ConfidenceBand band,
        double score,
        BoundingBox box,
        string content
    ) => new(FieldPath.Parse(path), value, GroundingStatus.Exact, band, score, [Box(1, box, content)]) { Tier = MatchTier.Exact };

    private static GroundedField Nowhere(string path, ScalarValue value, GroundingStatus status, ConfidenceBand band) =>
        new(FieldPath.Parse(path), value, status, band, 0.4, []);

    private static GroundedBox Box(int page, BoundingBox box, string content) => new(new PageRegion(page, box), content, 1);
}
