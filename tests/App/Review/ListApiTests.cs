using System.Net;
using GroundedDocs.Tests.App.Api;
using Xunit;

namespace GroundedDocs.Tests.App.Review;

public sealed class ListApiTests
{
    [Fact]
    public async Task Dashboard_CountsTheStepsThatWait_NotTheDocuments()
    {
        await using var host = await ApiHost.StartAsync();
        var before = await QueueAsync(host);
        await SubmitAsync(host, pages: 3);
        var waiting = await QueueAsync(host);
        await host.WorkAsync();

        Assert.Equal((0, 1, 0), (before, waiting, await QueueAsync(host)));
    }

    [Fact]
    public async Task List_ByConfidenceAndAge_HoldsWhatFitsBoth()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await SubmitAsync(host, pages: 1);
        await host.WorkAsync();

        Assert.Equal([id], await ListAsync(host, "order=least_sure&since=2020-01-01T00:00:00Z"));
        Assert.Empty(await ListAsync(host, "order=least_sure&before=2020-01-01T00:00:00Z"));
    }

    [Theory]
    [InlineData("order=best", "'order'")]
    [InlineData("state=lost", "'state'")]
    [InlineData("since=yesterday", "'since'")]
    [InlineData("count=201", "200")]
    public async Task List_AskedForInAnotherWay_SaysWhatItTakes(string query, string word)
    {
        await using var host = await ApiHost.StartAsync();

        var (status, error) = await host.GetAsync("review/api/documents?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(word, (string?)error!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OfNothing_IsEmptyAndNoError()
    {
        await using var host = await ApiHost.StartAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await host.GetAsync("review/api/export?state=approved&check=true")).Status);
        Assert.Equal((HttpStatusCode.OK, null), await host.GetAsync("review/api/export?state=approved"));
    }

    private static async Task<string> SubmitAsync(ApiHost host, int pages)
    {
        using var form = new MultipartFormDataContent { { new StringContent($"{pages}\n%PDF-1.7"), "file", "a.pdf" } };
        var (status, made) = await host.SendAsync(HttpMethod.Post, "review/api/documents", form);
        Assert.Equal(HttpStatusCode.Created, status);
        return (string)made!["id"]!;
    }

    private static async Task<int> QueueAsync(ApiHost host) => (int)(await host.GetAsync("review/api/dashboard?days=7")).Body!["queue"]!;

    private static async Task<IEnumerable<string?>> ListAsync(ApiHost host, string query) =>
        (await host.GetAsync("review/api/documents?" + query)).Body!["documents"]!.AsArray().Select(document => (string?)document!["id"]);
}
