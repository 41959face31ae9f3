using System.Net;
using System.Security.Claims;
using GroundedDocs.App.Access;
using GroundedDocs.Tests.App.Api;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Xunit;

namespace GroundedDocs.Tests.App.Access;

public sealed class ProviderSignInTests
{
    private const string Start = "review/api/session/provider?place=%23%2Fwork";

    [Fact]
    public async Task Person_SignedInAtTheProvider_IsTheCallerThatATokenOfTheSameProviderMakes()
    {
        await using var authority = await TestAuthority.StartAsync();
        authority.Person = [new("oid", "ada"), new("preferred_username", "ada@example.com"), new("roles", "read"), new("roles", "write")];
        await using var host = await ApiHost.StartAsync(authority.Settings);
        using var browser = new BrowserDouble(host.Client.BaseAddress!);
        var (_, file) = await host.UploadAsync(ApiHost.TwoPages, key: authority.AccessToken());

        var landed = await browser.FollowAsync(Start);

        Assert.Equal("/#/work", landed);
        var session = await browser.JsonAsync("review/api/session");
        Assert.Equal("ada@example.com", (string?)session["name"]);
        Assert.True((bool?)session["signed_in"]);
        Assert.Equal((string?)file!["id"], (string?)Assert.Single((await browser.JsonAsync("v1/files")).AsArray())!["id"]);
    }

    [Fact]
    public async Task Person_WithoutTheRole_IsToldSoAndGetsNoSession()
    {
        await using var authority = await TestAuthority.StartAsync();
        authority.Person = [new("oid", "eve"), new("roles", "write")];
        await using var host = await ApiHost.StartAsync(authority.Settings);
        using var browser = new BrowserDouble(host.Client.BaseAddress!);

        var landed = await browser.FollowAsync(Start);

        Assert.Equal("/#/sign-in/no-role", landed);
        Assert.False((bool?)(await browser.JsonAsync("review/api/session"))["signed_in"]);
    }

    [Theory]
    [InlineData("read", HttpStatusCode.Forbidden)]
    [InlineData("read write", HttpStatusCode.UnsupportedMediaType)]
    public async Task Roles_OfAPerson_DecideWhatTheyMayDo_OnOurPageAlone(string roles, HttpStatusCode expected)
    {
        await using var authority = await TestAuthority.StartAsync();
        authority.Person = [new("oid", "ben"), .. roles.Split(' ').Select(role => new Claim("roles", role))];
        await using var host = await ApiHost.StartAsync(authority.Settings);
        using var browser = new BrowserDouble(host.Client.BaseAddress!);
        await browser.FollowAsync(Start);

        using var form = new StringContent("no form");
        using var answer = await browser.SendAsync(HttpMethod.Post, "review/api/documents", form, ours: true);
        using var forged = await browser.SendAsync(HttpMethod.Post, "review/api/documents", new StringContent(""), ours: false);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, forged.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=1&state=made-up")]
    [InlineData("?error=access_denied&state=made-up")]
    public async Task Return_ThatNobodyAskedFor_LetsNobodyIn(string query)
    {
        await using var authority = await TestAuthority.StartAsync();
        await using var host = await ApiHost.StartAsync(authority.Settings);
        using var browser = new BrowserDouble(host.Client.BaseAddress!);

        var landed = await browser.FollowAsync(ProviderSignIn.CallbackPath + query);

        Assert.Equal("/#/sign-in/failed", landed);
        Assert.False((bool?)(await browser.JsonAsync("review/api/session"))["signed_in"]);
    }

    [Fact]
    public async Task Return_InAnotherBrowser_LetsNobodyIn()
    {
        await using var authority = await TestAuthority.StartAsync();
        await using var host = await ApiHost.StartAsync(authority.Settings);
        using var asking = new BrowserDouble(host.Client.BaseAddress!);
        using var other = new BrowserDouble(host.Client.BaseAddress!);
        using var toProvider = await asking.SendAsync(HttpMethod.Get, Start, null, ours: true);
        using var back = await asking.SendAsync(HttpMethod.Get, toProvider.Headers.Location!.OriginalString, null, ours: true);

        Assert.Equal("/#/sign-in/failed", await other.FollowAsync(back.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task Start_BehindAProxy_ComesBackToThePublicAddressWithCookiesThatTravelEncrypted()
    {
        await using var authority = await TestAuthority.StartAsync();
        await using var host = await ApiHost.StartAsync(authority.Settings);
        using var browser = new BrowserDouble(host.Client.BaseAddress!);

        using var answer = await browser.SendAsync(
            HttpMethod.Get,
            Start,
            null,
            ours: true,
            ("X-Forwarded-Host", "docs.example.com"),
            ("X-Forwarded-Proto", "https")
        );

        var asked = QueryHelpers.ParseQuery(answer.Headers.Location!.Query);
        Assert.Equal("https://docs.example.com" + ProviderSignIn.CallbackPath, asked["redirect_uri"]);
        Assert.Equal("S256", asked["code_challenge_method"]);
        var cookies = SetCookieHeaderValue.ParseList([.. answer.Headers.GetValues("Set-Cookie")]);
        Assert.Equal(2, cookies.Count);
        Assert.All(cookies, cookie => Assert.True(cookie.Secure && cookie.HttpOnly && cookie.SameSite == SameSiteMode.Lax));
    }

    [Fact]
    public async Task Session_OfAPerson_IsShortAndNothingThatScriptsOrOtherSitesCanUse()
    {
        await using var authority = await TestAuthority.StartAsync();
        await using var host = await ApiHost.StartAsync(authority.Settings);
        using var browser = new BrowserDouble(host.Client.BaseAddress!);

        await browser.FollowAsync(Start);

        var cookie = browser.LastSet("groundeddocs-session");
        Assert.True(cookie.HttpOnly);
        Assert.Equal(SameSiteMode.Strict, cookie.SameSite);
        Assert.False(cookie.Secure);
        Assert.InRange(cookie.Expires!.Value - DateTimeOffset.UtcNow, TimeSpan.FromHours(3), PageSession.PersonLifetime);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/elsewhere")]
    [InlineData("")]
    public async Task Place_ThatIsNoneOfThePage_LeadsToItsStart(string place)
    {
        await using var authority = await TestAuthority.StartAsync();
        await using var host = await ApiHost.StartAsync(authority.Settings);
        using var browser = new BrowserDouble(host.Client.BaseAddress!);

        Assert.Equal("/", await browser.FollowAsync($"review/api/session/provider?place={Uri.EscapeDataString(place)}"));
    }

    [Fact]
    public async Task Page_WithoutAProvider_OffersNone()
    {
        await using var host = await ApiHost.StartAsync();

        Assert.False((bool?)(await host.GetAsync("review/api/session")).Body!["provider"]);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync(Start)).Status);
    }
}
