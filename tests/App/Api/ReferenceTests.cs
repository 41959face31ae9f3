using System.Net;
using Xunit;

namespace GroundedDocs.Tests.App.Api;

public sealed class ReferenceTests
{
    [Fact]
    public async Task OpenApi_DescribesEveryRouteWithExamples()
    {
        await using var host = await ApiHost.StartAsync();

        var (status, document) = await host.GetAsync("openapi/v1.json");

        Assert.Equal(HttpStatusCode.OK, status);
        var paths = document!["paths"]!.AsObject();
        string[] expected =
        [
            "/v1/models",
            "/v1/hub/info",
            "/v1/hub/domains",
            "/v1/hub/schema",
            "/v1/domains",
            "/v1/schema",
            "/v1/health",
            "/v1/files",
            "/v1/files/{id}",
            "/v1/files/hash/{hash}",
            "/v1/files/presigned-url",
            "/v1/files/verify-upload/{id}",
            "/v1/document/generate",
            "/v1/document/schema",
            "/v1/image/generate",
            "/v1/image/schema",
            "/v1/predictions",
            "/v1/predictions/{id}",
            "/v1/feedback/submit",
            "/v1/feedback/{id}",
        ];
        Assert.Empty(expected.Except(paths.Select(path => path.Key)));
        var generate = paths["/v1/document/generate"]!["post"]!;
        Assert.NotNull(generate["requestBody"]!["content"]!["application/json"]!["example"]!["file_id"]);
        Assert.Contains("Idempotency-Key", generate.ToJsonString(), StringComparison.Ordinal);
        Assert.NotNull(document["components"]!["schemas"]!["PredictionAnswer"]!["examples"]);
        Assert.NotNull(document["components"]!["schemas"]!["DocumentRequest"]!["properties"]!["file_id"]);
    }

    [Fact]
    public async Task Docs_LoadNothingFromElsewhere()
    {
        await using var host = await ApiHost.StartAsync();

        var page = await host.Client.GetStringAsync("docs/", TestContext.Current.CancellationToken);

        Assert.DoesNotContain("cdn.", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("""(src|href)=["']https?:""", page);
    }

    [Theory]
    [InlineData("fine_tuning/create")]
    [InlineData("datasets/create")]
    [InlineData("web/generate")]
    [InlineData("audio/generate")]
    [InlineData("video/generate")]
    public async Task Part_ThatIsNotServed_SaysSo(string path)
    {
        await using var host = await ApiHost.StartAsync();

        var (status, error) = await host.PostAsync($"v1/{path}", "{}");

        Assert.Equal((HttpStatusCode.NotImplemented, "not_implemented"), (status, (string?)error!["error"]!["type"]));
    }
}
