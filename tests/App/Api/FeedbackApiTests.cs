using System.Net;
using Xunit;

namespace GroundedDocs.Tests.App.Api;

public sealed class FeedbackApiTests
{
    private static readonly string Document = $"data:application/pdf;base64,{Convert.ToBase64String(ApiHost.TwoPages)}";

    [Fact]
    public async Task Feedback_WithABetterResponse_CorrectsTheFieldsThatDifferAndNotThePrediction()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await PredictAsync(host);

        var (status, said) = await host.PostAsync(
            "v1/experimental/feedback/submit",
            $$$"""{"request_id":"{{{id}}}","response":{"words":[{"text":"word1"},{"text":"better"}]},"notes":"second","flag":true}"""
        );
        var (_, listed) = await host.GetAsync($"v1/feedback/{id}");

        Assert.Equal((HttpStatusCode.Created, id), (status, (string?)said!["request_id"]));
        var correction = Assert.Single(listed!["corrections"]!.AsArray())!;
        Assert.Equal(
            ("words[1].text", "word2", "better", "local"),
            ((string?)correction["path"], (string?)correction["before"], (string?)correction["after"], (string?)correction["by"])
        );
        Assert.Equal(((string?)said["id"], "second"), ((string?)listed["items"]![0]!["id"], (string?)listed["items"]![0]!["notes"]));
        Assert.Equal("word2", (string?)(await host.GetAsync($"v1/predictions/{id}")).Body!["response"]!["words"]![1]!["text"]);
    }

    [Theory]
    [InlineData("""{"request_id":"0123456789abcdef0123456789abcdef","notes":"x"}""", HttpStatusCode.NotFound)]
    [InlineData("""{"notes":"x"}""", HttpStatusCode.NotFound)]
    [InlineData("""{"request_id":"ID","response":[1]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"request_id":7}""", HttpStatusCode.BadRequest)]
    public async Task Feedback_ThatIsWrong_IsRefused(string body, HttpStatusCode expected)
    {
        await using var host = await ApiHost.StartAsync();
        var id = await PredictAsync(host);

        Assert.Equal(expected, (await host.PostAsync("v1/feedback/submit", body.Replace("ID", id, StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task Feedback_OnAnotherOwnersPrediction_IsNotFound()
    {
        await using var host = await ApiHost.StartAsync();
        var (ada, bob) = (await host.MakeKeyAsync("ada"), await host.MakeKeyAsync("bob"));
        var id = await PredictAsync(host, ada);

        Assert.Equal(HttpStatusCode.NotFound, (await host.PostAsync("v1/feedback/submit", $$"""{"request_id":"{{id}}"}""", bob)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync($"v1/feedback/{id}", bob)).Status);
    }

    private static async Task<string> PredictAsync(ApiHost host, string? key = null)
    {
        var (_, asked) = await host.PostAsync("v1/document/generate", $$"""{"url":"{{Document}}"}""", key);
        await host.WorkAsync();
        return (string)asked!["id"]!;
    }
}
