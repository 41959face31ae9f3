using System.Security.Claims;
using GroundedDocs.App.Access;
using Microsoft.Playwright;
using Xunit;

namespace GroundedDocs.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class AccessTests(ReviewApp app)
{
    private const long OwnCodeBytes = 150_000;

    [Fact]
    public async Task Nobody_SignsInWithAKey_AndGetsACookieThatScriptsCannotRead()
    {
        await using var ann = await app.OpenAsync(person: null, expectsRefusals: true);
        await ann.Page.GotoAsync("/#/work");

        await ann.Page.GetByLabel("Key").FillAsync("gd_000000000000_wrong");
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(ann.Page.Locator("#key-problem")).ToHaveTextAsync("This key is not valid.");
        await ann.Page.GetByLabel("Key").FillAsync(app.KeyOf("ann"));
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(ann.Page.GetByRole(AriaRole.Heading, new() { Name = "Work list" })).ToBeVisibleAsync();

        var cookie = Assert.Single(await ann.Context.CookiesAsync());
        Assert.True(cookie.HttpOnly);
        Assert.Equal(SameSiteAttribute.Strict, cookie.SameSite);
        Assert.InRange(cookie.Expires, 1, TimeProvider.System.GetUtcNow().Add(PageSession.Lifetime).ToUnixTimeSeconds() + 60);
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(ann.Page.GetByLabel("Key")).ToBeVisibleAsync();
        Assert.Equal(401, (await ann.GetAsync("documents")).Status);
    }

    [Fact]
    public async Task Person_SignsInAtTheProvider_AndComesBackToWhereThePageStood()
    {
        app.Expect(new Claim("oid", "dan"), new Claim("preferred_username", "dan@example.com"), new Claim("roles", "read"));
        await using var dan = await app.OpenAsync(person: null);
        await dan.Page.GotoAsync("/#/work");

        await dan.Page.Locator("#provider").ClickAsync();

        await Assertions.Expect(dan.Page.GetByRole(AriaRole.Heading, new() { Name = "Work list" })).ToBeVisibleAsync();
        await Assertions.Expect(dan.Page.Locator("#account")).ToContainTextAsync("dan@example.com");
        // Of a person nothing but the session stays.
        Assert.Equal("groundeddocs-session", Assert.Single(await dan.Context.CookiesAsync()).Name);
    }

    [Fact]
    public async Task Session_ThatEndsWhileAValueIsTyped_LosesNothing()
    {
        await using var ann = await app.OpenAsync(expectsRefusals: true);
        var id = await ann.ViewAsync(new Paper(1));
        await ann.Cell("remark").ClickAsync();
        await ann.Page.Locator("#edit").ClickAsync();
        await ann.Page.Locator("#value").FillAsync("typed before the end");

        await ann.Context.ClearCookiesAsync();
        await ann.Page.Locator("#save").ClickAsync();
        await ann.Page.GetByLabel("Key").FillAsync(app.KeyOf("ann"));
        await ann.Page.Locator("#sign-in").ClickAsync();
        await Assertions.Expect(ann.Page.Locator("#value")).ToHaveValueAsync("typed before the end");
        await ann.Page.Locator("#save").ClickAsync();
        await Assertions.Expect(ann.Cell("remark")).ToContainTextAsync("typed before the end");

        Assert.Single((await ann.ShownAsync(id)).GetProperty("corrections").EnumerateArray());
    }

    [Fact]
    public async Task Schema_TypedBeforeSigningInAtTheProvider_IsStillThere()
    {
        app.Expect(new Claim("oid", "dan"), new Claim("roles", "read"));
        await using var dan = await app.OpenAsync(person: null, expectsRefusals: true);
        await dan.Page.GotoAsync("/");
        await dan.Page.Locator("#provider").ClickAsync();
        await dan.Page.GetByLabel("Use a JSON Schema").CheckAsync();
        await dan.Page.Locator("#schema").FillAsync("""{"type": "object"}""");

        await dan.Context.ClearCookiesAsync();
        await dan.Page.ReloadAsync();
        await dan.Page.Locator("#provider").ClickAsync();

        await Assertions.Expect(dan.Page.Locator("#schema")).ToHaveValueAsync("""{"type": "object"}""");
    }

    [Fact]
    public async Task Person_WithoutARole_IsToldWhatToAskFor()
    {
        app.Expect(new Claim("oid", "fay"));
        await using var fay = await app.OpenAsync(person: null);
        await fay.Page.GotoAsync("/");

        await fay.Page.Locator("#provider").ClickAsync();

        await Assertions.Expect(fay.Page.Locator("#provider-problem")).ToContainTextAsync("the role “read”");
    }

    [Fact]
    public async Task Document_OfAnotherOwner_DoesNotExist()
    {
        await using var ann = await app.OpenAsync();
        await using var eve = await app.OpenAsync("eve", expectsRefusals: true);
        var id = await ann.ViewAsync(new Paper(1));

        await eve.Page.GotoAsync($"/#/documents/{id}");
        await Assertions.Expect(eve.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no such document");
        foreach (
            var path in (string[])
                ["", "/progress", "/result", "/review", "/pages/1/image", "/pages/1/text?box=0,0,1,1", "/overlay/1.png", "/overlay.pdf"]
        )
        {
            Assert.Equal(404, (await eve.GetAsync($"documents/{id}{path}")).Status);
        }
    }

    [Fact]
    public async Task Change_SentByAnotherSite_IsRefused()
    {
        await using var ann = await app.OpenAsync();
        var id = await ann.ViewAsync(new Paper(1));

        var forged = await ann.Context.APIRequest.PostAsync(
            $"/review/api/documents/{id}/approve",
            new APIRequestContextOptions
            {
                DataObject = new { version = "" },
                Headers = new Dictionary<string, string> { ["Origin"] = "https://elsewhere.example" },
            }
        );

        Assert.Equal(401, forged.Status);
    }

    [Fact]
    public async Task FirstLoad_IsSmall_AndEveryAnswerCarriesThePolicy()
    {
        await using var ann = await app.OpenAsync();
        var loaded = new List<IResponse>();
        ann.Page.Response += (_, response) => loaded.Add(response);

        await ann.Page.GotoAsync("/");
        await Assertions.Expect(ann.Page.Locator("#drop")).ToBeVisibleAsync();

        var code = 0L;
        foreach (var response in loaded.ToArray())
        {
            Assert.Contains("script-src 'self'", response.Headers["content-security-policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", response.Headers["content-security-policy"], StringComparison.Ordinal);
            code += response.Url.Contains("/vendor/", StringComparison.Ordinal) ? 0 : (await response.BodyAsync()).Length;
        }

        Assert.InRange(code, 10_000, OwnCodeBytes);
    }

    [Fact]
    public async Task Picture_AskedForAgain_IsNotSentAgain_AndNeverShared()
    {
        await using var ann = await app.OpenAsync();
        var id = await ann.ViewAsync(new Paper(1));
        var path = $"/review/api/documents/{id}/pages/1/image?width=600";

        var first = await ann.Context.APIRequest.GetAsync(path);
        var again = await ann.Context.APIRequest.GetAsync(
            path,
            new APIRequestContextOptions { Headers = new Dictionary<string, string> { ["If-None-Match"] = first.Headers["etag"] } }
        );

        Assert.Equal("image/jpeg", first.Headers["content-type"]);
        Assert.StartsWith("private", first.Headers["cache-control"], StringComparison.Ordinal);
        Assert.Equal(304, again.Status);
    }
}
