using System.Net;
using System.Text;
using GroundedDocs.Orchestration.InMemory;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Tests.App.Work;
using GroundedDocs.Tests.Orchestration.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GroundedDocs.Tests.App.Api;

/// <summary>Every limit of the API has its error, which names it; no answer tells more than that.</summary>
public sealed class LimitApiTests
{
    private static readonly string Document = $"data:application/pdf;base64,{Convert.ToBase64String(ApiHost.TwoPages)}";

    [Theory]
    [InlineData("Api:BodyBytes=100", HttpStatusCode.RequestEntityTooLarge, "Api__BodyBytes", """{"url":"DOCUMENT","domain":"PADDING"}""")]
    [InlineData("Api:DataUriBytes=4", HttpStatusCode.RequestEntityTooLarge, "Api__DataUriBytes", """{"url":"DOCUMENT"}""")]
    [InlineData(
        "Api:PageIndices=1",
        HttpStatusCode.BadRequest,
        "Api__PageIndices",
        """{"url":"DOCUMENT","config":{"page_indices":[0,1]}}"""
    )]
    [InlineData("Api:TextCharacters=5", HttpStatusCode.BadRequest, "Api__TextCharacters", """{"url":"DOCUMENT","model":"vlm-100"}""")]
    public async Task Request_OverALimit_IsRefusedWithItsName(string setting, HttpStatusCode expected, string name, string body)
    {
        await using var host = await ApiHost.StartAsync([setting]);
        var filled = body.Replace("DOCUMENT", Document, StringComparison.Ordinal)
            .Replace("PADDING", new string('x', 200), StringComparison.Ordinal);

        var (status, error) = await host.PostAsync("v1/document/generate", filled);

        Assert.Equal(expected, status);
        Assert.Contains(name, (string?)error!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Images_OverTheLimit_AreRefusedWithItsName()
    {
        await using var host = await ApiHost.StartAsync(["Api:Images=1"]);

        var (status, error) = await host.PostAsync("v1/image/generate", $$"""{"images":["{{Document}}","{{Document}}"]}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Api__Images", (string?)error!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_TooDeep_IsRefusedWithTheDepth()
    {
        await using var host = await ApiHost.StartAsync();
        var deep = new string('[', 1_000) + new string(']', 1_000);

        var (status, error) = await host.PostAsync("v1/document/generate", $$$"""{"config":{"json_schema":{{{deep}}}}}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Api__JsonDepth", (string?)error!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_UnderWayAtOnce_OverTheLimit_AreAnsweredWithRetryAfter()
    {
        await using var host = await ApiHost.StartAsync(["Api:ConcurrentRequests=1"]);
        var waiting = host.PostAsync("v1/document/generate", $$"""{"url":"{{Document}}","batch":false}""");
        (HttpStatusCode Status, string? Detail) refused = default;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (refused.Status != HttpStatusCode.TooManyRequests && await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            var (status, body) = await host.GetAsync("v1/models");
            refused = (status, status == HttpStatusCode.OK ? null : (string?)body!["detail"]);
        }

        host.KeepWorking();

        Assert.Contains("Api__ConcurrentRequests", refused.Detail, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, (await waiting).Status);
    }

    [Theory]
    [InlineData("v1/models", HttpStatusCode.OK)]
    [InlineData("v1/files/unknown", HttpStatusCode.NotFound)]
    [InlineData("health/live", HttpStatusCode.OK)]
    public async Task Answers_OfEveryKind_KeepBrowsersFromDoingMoreThanShowingThem(string path, HttpStatusCode expected)
    {
        await using var host = await ApiHost.StartAsync();

        using var answer = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Bug_InTheServer_IsAnsweredWithoutItsWordsOrItsStack()
    {
        var storage = new StoragePorts(
            new InMemoryBlobStore(TimeProvider.System),
            new UnavailableTables(() => new InvalidOperationException("secret words")),
            new InMemoryQueues(TimeProvider.System)
        );
        await using var host = await ApiHost.StartAsync(replace: services => services.AddSingleton(storage));

        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        var (status, error) = await host.SendAsync(HttpMethod.Post, "v1/document/generate", content);

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Equal((string?)error!["detail"], (string?)error["error"]!["message"]);
        Assert.DoesNotContain("secret", error.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", error.ToJsonString(), StringComparison.Ordinal);
    }
}
