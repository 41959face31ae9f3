using GroundedDocs.App.Evaluation.Truth;
using GroundedDocs.Documents.Geometry;
using Microsoft.Playwright;
using Xunit;

namespace GroundedDocs.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class ViewerTests(ReviewApp app)
{
    [Fact]
    public async Task Field_Clicked_ShowsItsBox_AndBoxClicked_ChoosesItsField()
    {
        await using var ann = await app.OpenAsync();
        await ann.ViewAsync(new Paper(9));

        await ann.Cell("lines[25].text").ClickAsync();
        await Assertions.Expect(ann.Boxes("lines[25].text")).ToContainClassAsync("selected");
        await Assertions.Expect(ann.Boxes("lines[25].text")).ToBeInViewportAsync();

        await ann.Page.Locator(".stage").EvaluateAsync("stage => stage.scrollTop = 0");
        await ann.Boxes("remark").ClickAsync();
        await Assertions.Expect(ann.Cell("remark")).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(ann.Cell("remark")).ToBeInViewportAsync();
        await Assertions.Expect(ann.Page.Locator(".evidence")).ToContainTextAsync("printed exactly");
    }

    [Fact]
    public async Task Alternative_TakenByClick_MovesTheFieldAndKeepsThePrediction()
    {
        await using var ann = await app.OpenAsync();
        var id = await ann.ViewAsync(new Paper(1));

        await ann.Cell("title").ClickAsync();
        await Assertions.Expect(ann.Page.Locator(".box.alternative")).ToHaveCountAsync(2);
        await ann.Page.Locator(".box.alternative").Nth(1).ClickAsync();
        await Assertions.Expect(ann.Boxes("title")).ToContainClassAsync("checked selected");

        var shown = await ann.ShownAsync(id);
        var correction = Assert.Single(shown.GetProperty("corrections").EnumerateArray());
        Assert.Equal("ann", correction.GetProperty("who").GetString());
        Assert.Equal(Paper.TitlePlaces[2].Top, correction.GetProperty("boxes")[0].GetProperty("box")[1].GetDouble(), 4);
        var predicted = shown.GetProperty("fields").EnumerateArray().First(field => field.GetProperty("path").GetString() == "title");
        Assert.Equal(Paper.TitlePlaces[0].Top, predicted.GetProperty("boxes")[0].GetProperty("box")[1].GetDouble(), 4);
    }

    [Fact]
    public async Task Box_DrawnAroundWords_MakesThemTheValue_AndTheExportHoldsIt()
    {
        await using var ann = await app.OpenAsync();
        var id = await ann.ViewAsync(new Paper(1));

        await ann.Cell("amount").ClickAsync();
        await ann.Page.Locator("#draw").ClickAsync();
        await DrawAroundAsync(ann, Paper.StrayPlace);
        await Assertions.Expect(ann.Page.Locator("#value")).ToHaveValueAsync("1234.50");
        await ann.Page.Locator("#save").ClickAsync();
        await Assertions.Expect(ann.Cell("amount")).ToContainTextAsync("1234.5");
        await Assertions.Expect(ann.Boxes("amount")).ToHaveCountAsync(1);
        await ann.Page.Locator("#approve").ClickAsync();
        await Assertions.Expect(ann.Page.Locator(".panel-title .state")).ToHaveTextAsync("approved");

        var (_, export) = await ann.GetAsync("export?state=approved");
        var line = export.Split('\n').Single(each => each.Contains(id, StringComparison.Ordinal));
        var amount = TruthFile.Read(line).Fields.Single(field => field.Path == "amount");
        Assert.Equal(1234.5m, amount.Value.GetDecimal());
        Assert.Equal(Paper.StrayPlace.Left, Assert.Single(Assert.Single(amount.Places)).Box.Left, 4);
    }

    [Fact]
    public async Task Keyboard_Alone_WalksTheDoubtfulFieldsAcceptsEditsAndApproves()
    {
        await using var ann = await app.OpenAsync();
        var id = await ann.ViewAsync(new Paper(1));

        await ann.Page.Keyboard.PressAsync("n");
        await Assertions.Expect(ann.Cell("title")).ToHaveAttributeAsync("aria-current", "true");
        await ann.Page.Keyboard.PressAsync("a");
        await Assertions.Expect(ann.Cell("title")).ToContainClassAsync("checked");
        await ann.Page.Keyboard.PressAsync("n");
        await Assertions.Expect(ann.Cell("amount")).ToHaveAttributeAsync("aria-current", "true");
        await ann.Page.Keyboard.PressAsync("e");
        await Assertions.Expect(ann.Page.Locator("#value")).ToBeFocusedAsync();
        await ann.Page.Keyboard.TypeAsync("17");
        await ann.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ann.Cell("amount")).ToContainTextAsync("17");
        await ann.Page.Keyboard.PressAsync("Shift+A");
        await Assertions.Expect(ann.Page.Locator(".panel-title .state")).ToHaveTextAsync("approved");

        var corrections = (await ann.ShownAsync(id)).GetProperty("corrections").EnumerateArray().ToArray();
        Assert.Equal(["title", "amount"], corrections.Select(each => each.GetProperty("path").GetString()));
        Assert.Equal("12.5", corrections[1].GetProperty("before").GetProperty("text").GetString());
    }

    [Fact]
    public async Task ThreeHundredAndOnePages_KeepFewPictures_ScrollToTheLast_AndComeAsPdfInParts()
    {
        await using var ann = await app.OpenAsync(expectsRefusals: true);
        var id = await ann.ViewAsync(new Paper(301));
        var pdf = ann.Page.Locator(".toolbar a").Nth(1);
        await Assertions.Expect(pdf).ToHaveTextAsync("↓ PDF 1–300");

        await ann.Page.Locator(".page-number").FillAsync("301");
        await ann.Page.Locator(".page-number").PressAsync("Enter");
        await ann.Page.Locator(".page[data-page='301'].loaded").WaitForAsync();
        await Assertions.Expect(ann.Boxes("lines[902].text")).ToBeInViewportAsync();

        Assert.InRange(await ann.Page.Locator(".sheet img[src]").CountAsync(), 1, 12);
        Assert.Equal(301, await ann.Page.Locator(".page").CountAsync());
        await Assertions.Expect(pdf).ToHaveTextAsync("↓ PDF 301–301");
        Assert.Equal("paper-boxes-301-301.pdf", await DownloadAsync(ann, ".toolbar a >> nth=1", "%PDF"));
        var (status, refusal) = await ann.GetAsync($"documents/{id}/overlay.pdf");
        Assert.Equal(422, status);
        Assert.Contains("301 pages; a PDF with boxes holds 300", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_AsJsonAndWithBoxes_CanBeDownloaded()
    {
        await using var ann = await app.OpenAsync();
        await ann.ViewAsync(new Paper(2), "two pages.json");

        await ann.Page.GetByRole(AriaRole.Tab, new() { Name = "JSON" }).ClickAsync();
        await Assertions.Expect(ann.Page.Locator(".json")).ToContainTextAsync("\"title_metadata\"");
        Assert.Equal("two pages.json", await DownloadAsync(ann, ".raw a", "{"));
        Assert.Equal("two pages-1.png", await DownloadAsync(ann, ".toolbar a >> nth=0", "\u0089PNG"));
        Assert.Equal("two pages-boxes.pdf", await DownloadAsync(ann, ".toolbar a >> nth=1", "%PDF"));
    }

    private static async Task<string> DownloadAsync(Reviewer reviewer, string link, string start)
    {
        var download = await reviewer.Page.RunAndWaitForDownloadAsync(() => reviewer.Page.Locator(link).ClickAsync());
        await using var content = await download.CreateReadStreamAsync();
        var head = new byte[start.Length];
        await content.ReadExactlyAsync(head);
        Assert.Equal(start, System.Text.Encoding.Latin1.GetString(head));
        return download.SuggestedFilename;
    }

    private static async Task DrawAroundAsync(Reviewer reviewer, BoundingBox box)
    {
        var page = reviewer.Page.Locator(".page[data-page='1']");
        await page.EvaluateAsync("(page, share) => page.parentNode.scrollTop = page.offsetTop + page.clientHeight * share - 200", box.Top);
        var frame = (await page.BoundingBoxAsync())!;
        await reviewer.Page.Mouse.MoveAsync(X(box.Left - 0.01), Y(box.Top - 0.01));
        await reviewer.Page.Mouse.DownAsync();
        await reviewer.Page.Mouse.MoveAsync(X(box.Right + 0.01), Y(box.Bottom + 0.01));
        await reviewer.Page.Mouse.UpAsync();

        float X(double share) => frame.X + (float)(share * frame.Width);
        float Y(double share) => frame.Y + (float)(share * frame.Height);
    }
}
