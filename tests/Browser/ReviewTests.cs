using Microsoft.Playwright;
using Xunit;

namespace GroundedDocs.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class ReviewTests(ReviewApp app)
{
    [Fact]
    public async Task TwoReviewers_OnDifferentFields_BothStand()
    {
        await using var ann = await app.OpenAsync("ann");
        await using var ben = await app.OpenAsync("ben", expectsRefusals: true);
        var id = await ann.ViewAsync(new Paper(1));
        await ben.OpenAsync(id);

        await TypeAsync(ann, "amount", "1");
        await Assertions.Expect(ann.Cell("amount")).ToContainTextAsync("✓");
        await TypeAsync(ben, "remark", "by ben");
        await Assertions.Expect(ben.Cell("remark")).ToContainTextAsync("✓");

        await Assertions.Expect(ben.Cell("amount")).ToContainTextAsync("✓");
        var corrections = (await ann.ShownAsync(id)).GetProperty("corrections").EnumerateArray();
        Assert.Equal(["ann", "ben"], corrections.Select(each => each.GetProperty("who").GetString()));
    }

    [Fact]
    public async Task TwoReviewers_OnTheSameField_TheSecondIsAskedAndNothingIsLost()
    {
        await using var ann = await app.OpenAsync("ann");
        await using var ben = await app.OpenAsync("ben", expectsRefusals: true);
        var id = await ann.ViewAsync(new Paper(1));
        await ben.OpenAsync(id);

        await TypeAsync(ann, "remark", "by ann");
        await Assertions.Expect(ann.Cell("remark")).ToContainTextAsync("✓");
        await TypeAsync(ben, "remark", "by ben");
        await Assertions.Expect(ben.Page.Locator(".editor .problem")).ToContainTextAsync("ann changed this field meanwhile to “by ann”");
        await Assertions.Expect(ben.Page.Locator("#value")).ToHaveValueAsync("by ben");
        await ben.Page.Locator("#save").ClickAsync();
        await Assertions.Expect(ben.Cell("remark")).ToContainTextAsync("by ben");

        var corrections = (await ann.ShownAsync(id)).GetProperty("corrections").EnumerateArray();
        Assert.Equal(["by ann", "by ben"], corrections.Select(each => each.GetProperty("value").GetProperty("text").GetString()));
    }

    [Fact]
    public async Task ServerGone_WhileACorrectionIsWritten_KeepsTheTextUntilItIsStored()
    {
        await using var ann = await app.OpenAsync(expectsRefusals: true);
        var id = await ann.ViewAsync(new Paper(1));

        await ann.Page.RouteAsync("**/corrections", route => route.AbortAsync());
        await TypeAsync(ann, "remark", "typed with care");
        await Assertions.Expect(ann.Page.Locator(".editor .problem")).ToContainTextAsync("could not be reached");
        await ann.Page.UnrouteAllAsync();
        ann.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await ann.Page.ReloadAsync();
        await Assertions.Expect(ann.Page.Locator("#value")).ToHaveValueAsync("typed with care");
        await ann.Page.Locator("#save").ClickAsync();
        await Assertions.Expect(ann.Cell("remark")).ToContainTextAsync("typed with care");

        Assert.Single((await ann.ShownAsync(id)).GetProperty("corrections").EnumerateArray());
    }

    [Fact]
    public async Task ServerGone_AfterItStoredACorrection_StoresItOnce()
    {
        await using var ann = await app.OpenAsync(expectsRefusals: true);
        var id = await ann.ViewAsync(new Paper(1));
        await ann.Page.RouteAsync(
            "**/corrections",
            async route =>
            {
                // The server hears the browser, the browser never hears the server.
                await route.FetchAsync();
                await route.AbortAsync();
            }
        );

        await TypeAsync(ann, "remark", "stored unheard");
        await Assertions.Expect(ann.Page.Locator(".editor .problem")).ToContainTextAsync("could not be reached");
        await ann.Page.UnrouteAllAsync();
        await ann.Page.Locator("#save").ClickAsync();
        await Assertions.Expect(ann.Cell("remark")).ToContainTextAsync("✓");

        Assert.Single((await ann.ShownAsync(id)).GetProperty("corrections").EnumerateArray());
    }

    [Fact]
    public async Task Value_OfTheWrongType_IsRefusedAndStaysInTheEditor()
    {
        await using var ann = await app.OpenAsync(expectsRefusals: true);
        await ann.ViewAsync(new Paper(1));

        await TypeAsync(ann, "amount", "a dozen");

        await Assertions.Expect(ann.Page.Locator(".editor .problem")).ToContainTextAsync("a number");
        await Assertions.Expect(ann.Page.Locator("#value")).ToHaveValueAsync("a dozen");
    }

    private static async Task TypeAsync(Reviewer reviewer, string path, string text)
    {
        await reviewer.Cell(path).ClickAsync();
        await reviewer.Page.Locator("#edit").ClickAsync();
        await reviewer.Page.Locator("#value").FillAsync(text);
        await reviewer.Page.Locator("#save").ClickAsync();
    }
}
