using Microsoft.Playwright;
using Xunit;

namespace GroundedDocs.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class ListTests(ReviewApp app)
{
    [Fact]
    public async Task WorkList_Filtered_HoldsWhatFits_AndLeadsFromDocumentToDocument()
    {
        await using var ann = await app.OpenAsync();
        var first = await ann.ViewAsync(new Paper(1), "first.json");
        await ann.Page.Locator("#approve").ClickAsync();
        await Assertions.Expect(ann.Page.Locator(".panel-title .state")).ToHaveTextAsync("approved");
        var second = await ann.ViewAsync(new Paper(2), "second.json");
        var third = await ann.ViewAsync(new Paper(3), "third.json");

        await ann.Page.GotoAsync("/#/work");
        await ann.Page.GetByLabel("State").SelectOptionAsync("open");
        await Row(ann, second).WaitForAsync();
        await Assertions.Expect(Row(ann, first)).ToHaveCountAsync(0);
        await ann.Page.GetByLabel("Domain").SelectOptionAsync(PaperStages.DomainName);
        await ann.Page.GetByLabel("Lowest confidence").SelectOptionAsync("low");
        await ann.Page.WaitForURLAsync(address => address.Contains("band=low", StringComparison.Ordinal));
        await Row(ann, third).Locator("a").ClickAsync();
        await ann.Page.Locator(".page.loaded").First.WaitForAsync();
        await ann.Page.Keyboard.PressAsync("]");

        await ann.Page.WaitForURLAsync(address => address.EndsWith($"documents/{second}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WorkList_LongerThanAPage_IsTurned()
    {
        await using var eve = await app.OpenAsync("eve");
        var start = TimeProvider.System.GetUtcNow();
        for (var i = 0; i < 55; i++)
        {
            await app.ListAsync(ReviewApp.Others, $"{i}.json", start.AddSeconds(i));
        }

        await eve.Page.GotoAsync("/#/work?order=oldest");
        await Assertions.Expect(eve.Page.Locator(".documents tbody tr")).ToHaveCountAsync(50);
        await eve.Page.Locator("#next-page").ClickAsync();

        await Assertions.Expect(eve.Page.Locator(".documents tbody tr")).ToHaveCountAsync(5);
        await Assertions.Expect(eve.Page.Locator(".documents tbody tr").Last).ToContainTextAsync("54.json");
    }

    [Fact]
    public async Task Dashboard_CountsCorrections_AndReplaysFailures()
    {
        await using var ann = await app.OpenAsync();
        await ann.ViewAsync(new Paper(1));
        await ann.Cell("remark").ClickAsync();
        await ann.Page.Locator("#edit").ClickAsync();
        await ann.Page.Locator("#value").FillAsync("changed");
        await ann.Page.Locator("#save").ClickAsync();
        await Assertions.Expect(ann.Cell("remark")).ToContainTextAsync("✓");
        await ann.Page.Locator("#approve").ClickAsync();
        await Assertions.Expect(ann.Page.Locator(".panel-title .state")).ToHaveTextAsync("approved");
        var failed = await ann.SubmitAsync(new Paper(1) { Fails = "split" }.ToFile(), "torn for the board.json");
        await ann.ListedAsync("failed", failed);

        await ann.Page.GotoAsync("/#/dashboard");
        await Assertions.Expect(ann.Page.Locator(".chart canvas")).ToHaveCountAsync(3);
        await Assertions.Expect(ann.Page.Locator("tr", new() { HasText = "remark" })).ToContainTextAsync("1 of");
        var replay = ann.Page.GetByRole(AriaRole.Button, new() { Name = "Replay torn for the board.json" });
        await replay.ClickAsync();

        await Assertions.Expect(ann.Page.Locator("tr", new() { HasText = "torn for the board.json" })).ToContainTextAsync("✓ started");
    }

    private static ILocator Row(Reviewer reviewer, string id) => reviewer.Page.Locator($"tr[data-id='{id}']");
}
