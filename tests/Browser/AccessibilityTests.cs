using System.Text.Json;
using GroundedDocs.Tests.Rooms;
using Microsoft.Playwright;
using Xunit;

namespace GroundedDocs.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(ReviewApp app)
{
    private const string Check = """
        async () => {
          const found = await axe.run(document, { resultTypes: ["violations"] });
          return found.violations.filter((each) => each.impact === "serious" || each.impact === "critical")
            .map((each) => `${each.id}: ${each.nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
        }
        """;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task EveryView_OfThePage_HasNothingSerious(ColorScheme scheme)
    {
        await using var ann = await app.OpenAsync(scheme: scheme);
        await ann.ViewAsync(new Paper(2));
        await ann.Cell("title").ClickAsync();
        await HasNothingSeriousAsync(ann);
        await ann.Page.Locator("#edit").ClickAsync();
        await HasNothingSeriousAsync(ann);
        await ann.Page.Locator("#value").PressAsync("Escape");
        foreach (var (view, sign) in new[] { ("/#/", "#drop"), ("/#/work", ".documents"), ("/#/dashboard", ".chart canvas") })
        {
            await ann.Page.GotoAsync(view);
            await ann.Page.Locator(sign).First.WaitForAsync();
            await HasNothingSeriousAsync(ann);
        }
    }

    [Fact]
    public async Task SignIn_HasNothingSerious()
    {
        await using var nobody = await app.OpenAsync(person: null);
        await nobody.Page.GotoAsync("/");
        await nobody.Page.Locator("#key").WaitForAsync();

        await HasNothingSeriousAsync(nobody);
    }

    private static async Task HasNothingSeriousAsync(Reviewer reviewer)
    {
        var axe = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, ".local/tools/node_modules/axe-core/axe.min.js"));
        await reviewer.Page.EvaluateAsync(axe);
        var violations = await reviewer.Page.EvaluateAsync<JsonElement>(Check);
        Assert.Empty(violations.EnumerateArray().Select(each => each.GetString()));
    }
}
