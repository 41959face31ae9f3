using Microsoft.Playwright;
using Xunit;

namespace GroundedDocs.Tests.Browser;

/// <summary>The page where the Functions host forwards everything to the app, in a browser that knows the host's address alone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class HostProxyTests(ReviewApp app)
{
    [Theory]
    [InlineData("")]
    [InlineData("/documents/of/ours")]
    public async Task Document_BehindTheHost_IsUploadedWatchedCorrectedAndDownloaded(string basePath)
    {
        await using var handler = await app.StartUnderHostAsync();
        await using var proxy = await HostProxy.StartAsync(handler.Address, basePath);
        await using var ann = await app.OpenAsync(person: null, address: proxy.Address);
        await SignInAsync(ann, proxy);

        await ann
            .Page.Locator("#files")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "forwarded.json",
                    MimeType = "application/json",
                    Buffer = new Paper(2) { Remark = "by way of " + basePath }.ToFile(),
                }
            );
        await ann.Page.Locator(".page.loaded").First.WaitForAsync();
        await ann.Cell("remark").ClickAsync();
        await ann.Page.Locator("#edit").ClickAsync();
        await ann.Page.Locator("#value").FillAsync("corrected through the host");
        await ann.Page.Locator("#save").ClickAsync();
        await Assertions.Expect(ann.Cell("remark")).ToContainTextAsync("corrected through the host");
        var download = await ann.Page.RunAndWaitForDownloadAsync(() => ann.Page.Locator(".toolbar a").First.ClickAsync());
        Assert.Equal("forwarded-1.png", download.SuggestedFilename);

        var cookie = Assert.Single(await ann.Context.CookiesAsync());
        Assert.True(cookie is { HttpOnly: true, SameSite: SameSiteAttribute.Strict });
        await ann.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(ann.Page.GetByLabel("Key")).ToBeVisibleAsync();
        Assert.Empty(await ann.Context.CookiesAsync());
    }

    [Fact]
    public async Task File_TooLargeForTheHost_SaysWhoRefusedItAndWhatToDo()
    {
        await using var handler = await app.StartUnderHostAsync();
        await using var proxy = await HostProxy.StartAsync(handler.Address, bodyBytes: 2_000);
        await using var ann = await app.OpenAsync(person: null, address: proxy.Address, expectsRefusals: true);
        await SignInAsync(ann, proxy);

        await ann
            .Page.Locator("#files")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "large.pdf",
                    MimeType = "application/pdf",
                    Buffer = new byte[20_000],
                }
            );

        await Assertions
            .Expect(ann.Page.Locator(".uploads .problem"))
            .ToContainTextAsync("larger than what the server in front of the app");
        await Assertions.Expect(ann.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Person_BehindTheHost_ComesBackFromTheProviderToTheHost()
    {
        await using var handler = await app.StartUnderHostAsync();
        await using var proxy = await HostProxy.StartAsync(handler.Address);
        app.Expect(new("oid", "dan"), new("preferred_username", "dan@example.com"), new("roles", "read"));
        await using var dan = await app.OpenAsync(person: null, address: proxy.Address);
        await dan.Page.GotoAsync(proxy.Address + "/#/work");

        await dan.Page.Locator("#provider").ClickAsync();

        await Assertions.Expect(dan.Page.GetByRole(AriaRole.Heading, new() { Name = "Work list" })).ToBeVisibleAsync();
        Assert.StartsWith(proxy.Address, dan.Page.Url, StringComparison.Ordinal);
    }

    private async Task SignInAsync(Reviewer reviewer, HostProxy proxy)
    {
        await reviewer.Page.GotoAsync(proxy.Address + "/");
        await reviewer.Page.GetByLabel("Key").FillAsync(app.KeyOf("ann"));
        await reviewer.Page.Locator("#sign-in").ClickAsync();
    }
}
