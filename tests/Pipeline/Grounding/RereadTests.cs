using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Pipeline.Grounding;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Grounding;

/// <summary>Where grounding asks to look again for a value that it did not find.</summary>
public sealed class RereadTests
{
    [Fact]
    public void Ground_MissedValue_IsLookedForRightOfItsLabelAndBelow()
    {
        var regions = Missed(new PrintedPage().Print(20, 5, "Policy number", source: WordSource.Recognition), "policy_number");

        Assert.Equal(2, regions.Count);
        Assert.Contains(regions, region => region.Box.Intersection(PrintedPage.BoxAt(20, 25, 10)).Area > 0);
        Assert.Contains(regions, region => region.Box.Intersection(PrintedPage.BoxAt(21, 6, 10)).Area > 0);
        Assert.All(regions, region => Assert.Equal(0, region.Box.Intersection(PrintedPage.BoxAt(20, 5, 13)).Area, 6));
    }

    // The description is not printed.
    [Fact]
    public void Ground_MissedValueOfADescribedField_IsLookedForBesideItsName()
    {
        const string Schema = """
            {"type": "object", "properties": {"policy_number": {"type": "string",
            "description": "What the insurer calls the agreement, with all letters and hyphens, as on the first sheet"}}}
            """;
        var page = new PrintedPage().Print(20, 5, "Policy number", source: WordSource.Recognition);

        Assert.Equal(2, page.Ground(Schema, PrintedPage.Field("policy_number", "PX-991")).RegionsToReadAgain.Count);
    }

    // What other fields are called, and what was found for them, is no place for the value.
    [Fact]
    public void Ground_MissedValueBetweenOthers_IsLookedForUpToThem()
    {
        var page = new PrintedPage()
            .Print(20, 5, "Policy number", source: WordSource.Recognition)
            .Print(20, 40, "Holder", source: WordSource.Recognition)
            .Print(21, 5, "Winterbottom", source: WordSource.Recognition);

        var region = Assert.Single(Missed(page, "policy_number", PrintedPage.Field("holder", "Winterbottom")));

        Assert.InRange(region.Box.Right, PrintedPage.BoxAt(20, 35, 1).Left, PrintedPage.BoxAt(20, 40, 1).Left);
    }

    [Fact]
    public void Ground_MissedValueWhoseNameIsPrintedTwice_IsLookedForWhereMoreOfTheNameStands()
    {
        var page = new PrintedPage()
            .Print(10, 5, "Policy of the house", source: WordSource.Recognition)
            .Print(12, 5, "Number, number", source: WordSource.Recognition)
            .Print(30, 5, "Policy number", source: WordSource.Recognition);

        Assert.All(Missed(page, "policy_number"), region => Assert.InRange(region.Box.CenterY, PrintedPage.BoxAt(29, 5, 1).Top, 1));
    }

    [Fact]
    public void Ground_MissedValueOnAPageWithATextLayer_IsNotLookedForAgain() =>
        Assert.Empty(Missed(new PrintedPage().Print(20, 5, "Policy number"), "policy_number"));

    [Fact]
    public void Ground_ManyMissedValues_AskForABoundedNumberOfRegions()
    {
        var page = new PrintedPage();
        string[] names = [.. Enumerable.Range(0, 20).Select(i => $"name{(char)('a' + i)}")];
        for (var line = 0; line < names.Length; line++)
        {
            page.Print(3 * line, 5, names[line], source: WordSource.Recognition);
        }

        var fields = names.Select(name => PrintedPage.Field(name, "PX-991")).ToArray();
        var outcome = page.Ground(PrintedPage.Schema(names), fields);

        Assert.Equal(Limits.MaxRegionsToReadAgain, outcome.RegionsToReadAgain.Count);
    }

    private static IReadOnlyList<PageRegion> Missed(PrintedPage page, string name, params PredictedField[] others)
    {
        string[] names = [name, .. others.Select(other => other.Path.ToString())];
        return page.Ground(PrintedPage.Schema(names), [PrintedPage.Field(name, "PX-991"), .. others]).RegionsToReadAgain;
    }
}
