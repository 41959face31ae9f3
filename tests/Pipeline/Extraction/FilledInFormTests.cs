using GroundedDocs.Documents.Layout;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Extraction;

/// <summary>Official forms: numbered captions over their boxes, sections, and what somebody filled in.</summary>
public sealed class FilledInFormTests
{
    [Theory]
    [InlineData(WordSource.FormField)]
    [InlineData(WordSource.TextLayer)]
    public async Task ExtractAsync_ValueBelowOtherWordsOfItsCaption_IsItsValue(WordSource source)
    {
        var page = new TypesetPage()
            .Print(10, 0, "1 Owner of the boat")
            .Print(10, 50, "2 Country of registration")
            .Print(11.2, 0, "Ida Moss", source)
            .Print(11.2, 50, "Norland", source)
            .Print(13, 0, "3 Berth number (see page 2)")
            .Print(13, 50, "4 Place of survey (harbour)")
            .Print(14.2, 20, "418", source)
            .Print(14.2, 66, "Tern Quay", source);

        var values = await ExtractionOf.Values(
            """{"properties":{"registration":{"type":"string"},"berth_number":{"type":"string"},"survey":{"type":"string"}}}""",
            page
        );

        Assert.Equal("Norland", values["registration"]);
        Assert.Equal("418", values["berth_number"]);
        Assert.Equal("Tern Quay", values["survey"]);
    }

    [Fact]
    public async Task ExtractAsync_NumberedCaption_IsNoValue()
    {
        var page = new TypesetPage()
            .Print(10, 0, "1 Skipper of the boat")
            .Print(10, 50, "2 Country of registration")
            .Print(13, 0, "3 Berth of the boat")
            .Print(13, 50, "4 Surveyor");

        var values = await ExtractionOf.Values("""{"properties":{"skipper":{"type":"string"},"berth":{"type":"string"}}}""", page);

        Assert.Empty(values);
    }

    // Licences number what they say.
    [Theory]
    [InlineData("1 Moss", "2 Ida May")]
    [InlineData("1 LARKSPUR AND FINCH", "2 IDA MAY")]
    public async Task ExtractAsync_NumberedValues_AreNoCaptions(string first, string second)
    {
        var page = new TypesetPage()
            .Print(8, 0, "Name")
            .Print(9, 0, first)
            .Print(9, 50, second)
            .Print(11, 0, first.Replace('1', '3'))
            .Print(11, 50, second.Replace('2', '4'));

        var values = await ExtractionOf.Values("""{"properties":{"name":{"type":"string"}}}""", page);

        Assert.Contains(first[2..], values["name"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExtractAsync_LabelInASection_IsFoundByTheWordsOfBoth()
    {
        var page = new TypesetPage()
            .Print(10, 0, "Winter berth (where the boat lies)")
            .Print(11.5, 0, "Harbour")
            .Print(12.6, 0, "Tern Quay")
            .Print(16, 0, "Summer berth")
            .Print(17.5, 0, "Harbour")
            .Print(18.6, 0, "Heron Bay");

        var values = await ExtractionOf.Values(
            """{"properties":{"winter_harbour":{"type":"string"},"summer_harbour":{"type":"string"}}}""",
            page
        );

        Assert.Equal("Tern Quay", values["winter_harbour"]);
        Assert.Equal("Heron Bay", values["summer_harbour"]);
    }

    [Fact]
    public async Task ExtractAsync_PrintOfAFilledInForm_IsNoAmount()
    {
        var page = new TypesetPage()
            .Print(10, 0, "Royalties")
            .Print(10, 14, "Copy B")
            .Print(12, 0, "Rents")
            .Print(12, 14, "1,500", WordSource.FormField);

        var values = await ExtractionOf.Values(
            """{"properties":{"royalties":{"type":"string","description":"Royalties"},"rents":{"type":"string"}}}""",
            page
        );

        Assert.Equal("1,500", values["rents"]);
        Assert.DoesNotContain("royalties", values.Keys);
    }

    [Fact]
    public async Task ExtractAsync_AddressOfAFilledInForm_IsWhatWasFilledIn()
    {
        var page = new TypesetPage()
            .Print(10, 0, "Seller's name")
            .Print(11, 0, "Larkspur Trust", WordSource.FormField)
            .Print(12, 0, "Road and number (and flat)")
            .Print(13, 0, "7 Harbour Lane", WordSource.FormField)
            .Print(14, 0, "Town or place and code")
            .Print(15, 0, "Goshen, CA 90274", WordSource.FormField);

        var values = await ExtractionOf.Values("""{"properties":{"seller_address":{"type":"string"}}}""", page);

        Assert.Equal("7 Harbour Lane Goshen, CA 90274", values["seller_address"].ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task ExtractAsync_LineOfAnAddress_IsNotOneOfItsParts()
    {
        var page = new TypesetPage().Print(10, 0, "City, state and ZIP code:").Print(10, 40, "Goshen, CA 90274");

        var values = await ExtractionOf.Values("""{"properties":{"city_state_zip":{"type":"string"}}}""", page);

        Assert.Equal("Goshen, CA 90274", values["city_state_zip"]);
    }

    [Fact]
    public async Task ExtractAsync_CheckBoxBelowItsLabel_IsItsAnswer()
    {
        var page = new TypesetPage()
            .Print(10, 0, "Insured")
            .Tick(11.5, 3, isSelected: true)
            .Print(10, 20, "Moored")
            .Tick(11.5, 23, isSelected: false);

        var values = await ExtractionOf.Values(
            """{"properties":{"insured":{"enum":["selected","unselected"]},"moored":{"enum":["selected","unselected"]}}}""",
            page
        );

        Assert.Equal("selected", values["insured"]);
        Assert.Equal("unselected", values["moored"]);
    }

    // A sentence beside the label of a number is no answer, "none" is.
    [Theory]
    [InlineData("will be considered to be that of the first name", false)]
    [InlineData("none", true)]
    public async Task ExtractAsync_TextBesideTheLabelOfANumber_AnswersWhenItIsShort(string text, bool isAnswer)
    {
        var page = new TypesetPage().Print(10, 0, "Berth number:").Print(10, 20, text);

        var values = await ExtractionOf.Values("""{"properties":{"berth_number":{"type":"string","description":"Berth number"}}}""", page);

        Assert.Equal(isAnswer, values.ContainsKey("berth_number"));
    }

    [Theory]
    [InlineData("---")]
    [InlineData("a_b")]
    [InlineData("of_the")]
    public async Task ExtractAsync_NameWithoutAWordThatSaysAnything_IsNoError(string name)
    {
        var page = new TypesetPage().Print(10, 0, "Harbour: Tern Quay");

        var values = await ExtractionOf.Values($$"""{"properties":{"{{name}}":{"type":"string"},"harbour":{"type":"string"} } }""", page);

        Assert.Equal("Tern Quay", values["harbour"]);
    }
}
