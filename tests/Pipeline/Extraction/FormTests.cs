using GroundedDocs.Documents.Layout;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Extraction;

public sealed class FormTests
{
    [Fact]
    public async Task ExtractAsync_OptionsOfOneQuestion_AreFoundByTheWordsTheyDoNotShare()
    {
        var page = new TypesetPage()
            .Print(10, 0, "Delivery of the parcel")
            .Tick(11, 0, isSelected: false)
            .Print(11, 3, "Courier")
            .Tick(11, 30, isSelected: true)
            .Print(11, 33, "Bicycle")
            .Tick(11, 60, isSelected: false)
            .Print(11, 63, "Drone");

        var values = await ExtractionOf.Values(
            """
            {"properties":{"parcelRouteCourier":{"enum":["selected","unselected"]},"parcelRouteBicycle":{"enum":["selected","unselected"]},
            "parcelRouteDrone":{"enum":["selected","unselected"]}}}
            """,
            page
        );

        Assert.Equal("unselected", values["parcelRouteCourier"]);
        Assert.Equal("selected", values["parcelRouteBicycle"]);
        Assert.Equal("unselected", values["parcelRouteDrone"]);
    }

    [Fact]
    public async Task ExtractAsync_NumberInSeveralFormFields_IsOneAnswer()
    {
        var page = new TypesetPage()
            .Print(10, 0, "Member number")
            .Print(10, 20, "204", WordSource.FormField)
            .Print(10, 24, "-")
            .Print(10, 26, "77", WordSource.FormField)
            .Print(10, 29, "-")
            .Print(10, 31, "9031", WordSource.FormField)
            .Print(14, 0, "Please write clearly and leave no field of this page empty");

        var values = await ExtractionOf.Values("""{"properties":{"member_number":{"type":"string"}}}""", page);

        Assert.Equal("204 - 77 - 9031", values["member_number"]);
    }

    [Fact]
    public async Task ExtractAsync_PageThatIsAllFormFields_StillHasLabels()
    {
        var page = new TypesetPage()
            .Print(10, 0, "Date of entry:", WordSource.FormField)
            .Print(10, 20, "2024-03-09", WordSource.FormField)
            .Print(12, 0, "Desk number:", WordSource.FormField)
            .Print(12, 20, "418", WordSource.FormField);

        var values = await ExtractionOf.Values(
            """{"properties":{"date_of_entry":{"type":"string"},"desk_number":{"type":"string"}}}""",
            page
        );

        Assert.Equal("2024-03-09", values["date_of_entry"]);
        Assert.Equal("418", values["desk_number"]);
    }

    [Fact]
    public async Task ExtractAsync_AmountAwayFromItsSign_IsReadUnderItsLabel()
    {
        var page = new TypesetPage().Print(10, 0, "Rents").Print(11, 0, "$").Print(11, 14, "1,500");

        var values = await ExtractionOf.Values("""{"properties":{"rents":{"type":"number"}}}""", page);

        Assert.Equal("1500", values["rents"]);
    }

    [Fact]
    public async Task ExtractAsync_LabelThatGoesOnInTheNextLine_IsNoPartOfTheAnswer()
    {
        var page = new TypesetPage()
            .Print(10, 0, "Lender name")
            .Print(11, 0, "or postal code, and telephone")
            .Print(12, 0, "Larkspur Trust");

        var values = await ExtractionOf.Values("""{"properties":{"lender_name":{"type":"string"}}}""", page);

        Assert.Equal("Larkspur Trust", values["lender_name"]);
    }

    [Fact]
    public async Task ExtractAsync_HeadingsOverTheirValues_AreNoValuesOfEachOther()
    {
        var page = new TypesetPage()
            .Print(10, 0, "Advertiser")
            .Print(10, 30, "Original date / revision")
            .Print(11, 0, "Larkspur Trust")
            .Print(11, 30, "04/08/21 / 04/09/21");

        var values = await ExtractionOf.Values("""{"properties":{"advertiser":{"type":"string"}}}""", page);

        Assert.Equal("Larkspur Trust", values["advertiser"]);
    }

    [Fact]
    public async Task ExtractAsync_WordsOfATextLayer_AreNotTakenForMisreadLabels()
    {
        var page = new TypesetPage()
            .Print(10, 0, "Advertiser")
            .Print(10, 30, "Fight for Rivers")
            .Print(12, 0, "Flight dates")
            .Print(12, 30, "05/05/21 - 05/11/21");

        var values = await ExtractionOf.Values(
            """{"properties":{"advertiser":{"type":"string"},"flight_from":{"type":"string"},"flight_to":{"type":"string"}}}""",
            page
        );

        Assert.Equal("Fight for Rivers", values["advertiser"]);
        Assert.Equal("05/05/21", values["flight_from"]);
        Assert.Equal("05/11/21", values["flight_to"]);
    }

    [Fact]
    public async Task ExtractAsync_NameSetTightOverTwoLines_IsWhole()
    {
        var page = new TypesetPage()
            .Print(10, 0, "Advertiser:")
            .Print(10, 20, "Larkspur and Finch for")
            .Print(10.85, 20, "Clean Rivers")
            .Print(13, 0, "Market: Riverton");

        var values = await ExtractionOf.Values("""{"properties":{"advertiser":{"type":"string"}}}""", page);

        Assert.Equal("Larkspur and Finch for Clean Rivers", values["advertiser"]);
    }
}
