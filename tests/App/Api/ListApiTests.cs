using System.Net;
using Xunit;

namespace GroundedDocs.Tests.App.Api;

/// <summary>Which predictions are listed where, and how far back.</summary>
public sealed class ListApiTests
{
    private static readonly string Document = $"data:application/pdf;base64,{Convert.ToBase64String(ApiHost.TwoPages)}";

    [Fact]
    public async Task Document_ThatIsOnlyRecognised_IsAPredictionAndNoWorkForPeople()
    {
        await using var host = await ApiHost.StartAsync();
        host.KeepWorking();
        var body = $$"""{"url":"{{Document}}","batch":false}""";
        var recognised = (string?)(await host.PostAsync("v1/document/schema", body)).Body!["id"];
        var extracted = (string?)(await host.PostAsync("v1/document/generate", body)).Body!["id"];

        var predictions = (await host.GetAsync("v1/predictions")).Body!.AsArray().Select(each => (string?)each!["id"]);
        var work = (await host.GetAsync("review/api/documents")).Body!["documents"]!.AsArray().Select(each => (string?)each!["id"]);

        Assert.Equal([extracted, recognised], predictions);
        Assert.Equal([extracted], work);
    }

    [Theory]
    [InlineData("v1/predictions?skip=10001", "skip is 10001; it must be from 0 to 10000 (Api__ListSkip).")]
    [InlineData("v1/files?skip=10001", "skip is 10001; it must be from 0 to 10000 (Api__ListSkip).")]
    [InlineData("v1/predictions?skip=-1", "skip is -1")]
    [InlineData("v1/predictions?limit=1001", "limit is 1001; it must be from 0 to 1000 (Api__ListEntries).")]
    public async Task List_FurtherBackThanTheLimit_IsRefusedWithTheLimit(string path, string expected)
    {
        await using var host = await ApiHost.StartAsync();

        var (status, error) = await host.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(expected, (string?)error!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Predictions_Skipped_LeaveTheOlderOnes()
    {
        await using var host = await ApiHost.StartAsync();
        var asked = new List<string?>();
        for (var i = 0; i < 4; i++)
        {
            asked.Add((string?)(await host.PostAsync("v1/document/generate", $$"""{"url":"{{Document}}"}""")).Body!["id"]);
        }

        var (_, listed) = await host.GetAsync("v1/predictions?skip=1&limit=2");
        var (_, beyond) = await host.GetAsync("v1/predictions?skip=4&limit=2");

        Assert.Equal([asked[2], asked[1]], listed!.AsArray().Select(prediction => (string?)prediction!["id"]));
        Assert.Empty(beyond!.AsArray());
    }
}
