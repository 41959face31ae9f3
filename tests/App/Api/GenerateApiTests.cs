using System.Net;
using System.Text.Json.Nodes;
using GroundedDocs.Tests.Orchestration.Fakes;
using Xunit;

namespace GroundedDocs.Tests.App.Api;

public sealed class GenerateApiTests
{
    private static readonly string Document = $"data:application/pdf;base64,{Convert.ToBase64String(ApiHost.TwoPages)}";

    [Fact]
    public async Task Document_WithBatch_IsPendingAndThenCompleted()
    {
        await using var host = await ApiHost.StartAsync();
        var fileId = (string?)(await host.UploadAsync(ApiHost.TwoPages, "words.pdf")).Body!["id"];

        var (status, asked) = await host.PostAsync("v1/document/generate", $$"""{"file_id":"{{fileId}}","domain":"document.words"}""");
        await host.WorkAsync();
        var (_, finished) = await host.GetAsync($"v1/predictions/{asked!["id"]}");

        Assert.Equal((HttpStatusCode.Created, "pending"), (status, (string?)asked["status"]));
        Assert.Equal(("completed", "document.words"), ((string?)finished!["status"], (string?)finished["domain"]));
        Assert.Equal(["word1", "word2"], Words(finished));
        Assert.Equal(("page", 2), ((string?)finished["usage"]!["element_type"], (int)finished["usage"]!["elements_processed"]!));
        Assert.Null(finished["response"]!["words"]![0]!["text_metadata"]);
        Assert.Null(finished["evidence"]);
    }

    [Fact]
    public async Task Document_WithoutBatch_IsAnsweredWhenItIsDone()
    {
        await using var host = await ApiHost.StartAsync();
        host.KeepWorking();

        var (status, finished) = await host.PostAsync(
            "v1/document/generate",
            $$$"""{"url":"{{{Document}}}","batch":false,"config":{"grounding":true,"confidence":true}}"""
        );

        Assert.Equal((HttpStatusCode.Created, "completed"), (status, (string?)finished!["status"]));
        var metadata = finished["response"]!["words"]![0]!["text_metadata"]!;
        Assert.Equal("hi", (string?)metadata["confidence"]);
        Assert.Null(metadata["bbox"]);
        Assert.Equal("exact", (string?)finished["evidence"]![0]!["status"]);
    }

    [Fact]
    public async Task Document_ThatTakesTooLong_IsAnsweredAsPending()
    {
        await using var host = await ApiHost.StartAsync(["Api:WaitTime=00:00:00.2"]);

        var (status, pending) = await host.PostAsync("v1/document/generate", $$"""{"url":"{{Document}}","batch":false}""");

        Assert.Equal((HttpStatusCode.Accepted, "pending"), (status, (string?)pending!["status"]));
    }

    [Fact]
    public async Task Confidence_WithoutGrounding_BringsTheBoxThatOlderClientsExpect()
    {
        await using var host = await ApiHost.StartAsync();
        host.KeepWorking();

        var (_, finished) = await host.PostAsync(
            "v1/document/generate",
            $$$"""{"url":"{{{Document}}}","batch":false,"config":{"confidence":true}}"""
        );

        var metadata = finished!["response"]!["words"]![0]!["text_metadata"]!.AsObject();
        Assert.Equal(["confidence", "bbox", "bbox_content"], metadata.Select(member => member.Key));
    }

    [Fact]
    public async Task PageIndices_ChooseThePages()
    {
        await using var host = await ApiHost.StartAsync();
        host.KeepWorking();

        var (_, finished) = await host.PostAsync(
            "v1/document/generate",
            $$$"""{"url":"{{{Document}}}","batch":false,"config":{"page_indices":[1]}}"""
        );

        Assert.Equal(["word2"], Words(finished!));
    }

    [Fact]
    public async Task Schema_OfADocument_IsThatOfItsDomain()
    {
        await using var host = await ApiHost.StartAsync();
        host.KeepWorking();

        var (status, finished) = await host.PostAsync("v1/document/schema", $$"""{"url":"{{Document}}"}""");

        var schema = finished!["response"]!;
        Assert.Equal((HttpStatusCode.Created, "completed"), (status, (string?)finished["status"]));
        Assert.Equal(("document.words", FakeStages.Domain.Schema.Hash), ((string?)schema["domain"], (string?)schema["schema_hash"]));
        Assert.NotNull(schema["json_schema"]!["properties"]);
    }

    [Fact]
    public async Task Prediction_OfAnotherOwner_DoesNotExist()
    {
        await using var host = await ApiHost.StartAsync();
        var (ada, bob) = (await host.MakeKeyAsync("ada"), await host.MakeKeyAsync("bob"));
        var (_, asked) = await host.PostAsync("v1/document/generate", $$"""{"url":"{{Document}}"}""", ada);

        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync($"v1/predictions/{asked!["id"]}", ada)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync($"v1/predictions/{asked["id"]}", bob)).Status);
        Assert.Empty((await host.GetAsync("v1/predictions", bob)).Body!.AsArray());
    }

    [Fact]
    public async Task Predictions_Listed_ComeNewestFirst()
    {
        await using var host = await ApiHost.StartAsync();
        var asked = new List<string?>();
        for (var i = 0; i < 3; i++)
        {
            asked.Add((string?)(await host.PostAsync("v1/document/generate", $$"""{"url":"{{Document}}"}""")).Body!["id"]);
        }

        var (_, listed) = await host.GetAsync("v1/predictions?limit=2");

        Assert.Equal([asked[2], asked[1]], listed!.AsArray().Select(prediction => (string?)prediction!["id"]));
    }

    [Fact]
    public async Task IdempotencyKey_SentTwice_AsksOnce()
    {
        await using var host = await ApiHost.StartAsync();
        var body = $$"""{"url":"{{Document}}"}""";

        var (_, first) = await host.PostAsync("v1/document/generate", body, idempotencyKey: "order-17");
        var (_, second) = await host.PostAsync("v1/document/generate", body, idempotencyKey: "order-17");
        var (status, _) = await host.PostAsync(
            "v1/document/generate",
            $$$"""{"url":"{{{Document}}}","batch":true}""",
            idempotencyKey: "order-17"
        );

        Assert.Equal((string?)first!["id"], (string?)second!["id"]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Single((await host.GetAsync("v1/predictions")).Body!.AsArray());
    }

    [Theory]
    [InlineData("""{}""", "$: one of file_id and url")]
    [InlineData("""{"file_id":"0123456789abcdef0123456789abcdef","url":"https://example.com/a.pdf"}""", "$: one of file_id and url")]
    [InlineData("""{"url":"http://example.com/a.pdf"}""", "$.url: an absolute https address")]
    [InlineData("""{"url":"ftp://example.com/a.pdf"}""", "$.url:")]
    [InlineData("""{"url":"data:application/pdf,plain"}""", "$.url: a data URI must be base64")]
    [InlineData("""{"url":"data:application/pdf;base64,A"}""", "$.url:")]
    [InlineData("""{"url":7}""", "$.url:")]
    [InlineData("""{"url":"https://user:secret@example.com/a.pdf"}""", "$.url:")]
    [InlineData("""{"url":"https://e.com/a","batch":"yes"}""", "$.batch: true or false is expected.")]
    [InlineData("""{"url":"https://e.com/a","config":[]}""", "$.config:")]
    [InlineData("""{"url":"https://e.com/a","config":{"detail":"huge"}}""", "$.config.detail:")]
    [InlineData("""{"url":"https://e.com/a","config":{"page_indices":[]}}""", "$.config.page_indices:")]
    [InlineData("""{"url":"https://e.com/a","config":{"page_indices":[0,-1]}}""", "$.config.page_indices[1]:")]
    [InlineData("""{"url":"https://e.com/a","config":{"page_indices":[1e99]}}""", "$.config.page_indices[0]:")]
    [InlineData("""{"url":"https://e.com/a","config":{"json_schema":7}}""", "$.config.json_schema:")]
    [InlineData("""{"url":"https://e.com/a","domain":"document.unknown"}""", "$.domain:")]
    [InlineData("""{"url":"https://e.com/a","domain":"document.words","config":{"gql_stmt":"{ nothing }"}}""", "$.config.gql_stmt:")]
    [InlineData("""{"url":"https://e.com/a","callback_url":"http://example.com/"}""", "$.callback_url:")]
    [InlineData("""{"url":"https://e.com/a","url":"https://e.com/b"}""", "$")]
    [InlineData("""{"url":"https://e.com/a\ud800"}""", "surrogate")]
    [InlineData("""{"url":""", "not valid JSON")]
    [InlineData("""null""", "$")]
    public async Task Body_ThatIsWrong_IsToldWhere(string body, string expected)
    {
        await using var host = await ApiHost.StartAsync();

        var (status, error) = await host.PostAsync("v1/document/generate", body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(expected, (string?)error!["detail"], StringComparison.Ordinal);
        Assert.Equal((string?)error["detail"], (string?)error["error"]!["message"]);
        Assert.Equal("invalid_request", (string?)error["error"]!["type"]);
    }

    [Fact]
    public async Task File_ThatIsUnknown_IsNotFound()
    {
        await using var host = await ApiHost.StartAsync();

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await host.PostAsync("v1/document/generate", """{"file_id":"0123456789abcdef0123456789abcdef"}""")).Status
        );
        Assert.Equal(HttpStatusCode.NotFound, (await host.PostAsync("v1/document/generate", """{"file_id":"../../x"}""")).Status);
    }

    [Theory]
    [InlineData("https://127.0.0.1/a.pdf")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::1]/a.pdf")]
    [InlineData("https://10.1.2.3/a.pdf")]
    [InlineData("https://localhost/a.pdf")]
    [InlineData("https://2130706433/a.pdf")]
    public async Task Url_ToAPrivateAddress_IsNotCalled(string url)
    {
        await using var host = await ApiHost.StartAsync();

        var (status, error) = await host.PostAsync("v1/document/generate", $$"""{"url":"{{url}}"}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("private network", (string?)error!["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"$ref":"#/definitions/a","definitions":{"a":{"$ref":"#/definitions/b"},"b":{"$ref":"#/definitions/a"}}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"$ref":"https://example.com/schema.json"}}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"$ref":"#/properties/a"}}}""")]
    public async Task JsonSchema_WithReferencesThatLeadNowhere_IsRefused(string schema)
    {
        await using var host = await ApiHost.StartAsync();

        var (status, error) = await host.PostAsync(
            "v1/document/generate",
            $$$"""{"url":"{{{Document}}}","config":{"json_schema":{{{schema}}}}}"""
        );

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith("$.config.json_schema:", (string?)error!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task JsonSchema_WithTenThousandProperties_IsRefusedWithTheLimit()
    {
        await using var host = await ApiHost.StartAsync();
        var properties = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"p{i}\":{{\"type\":\"string\"}}"));

        var (status, error) = await host.PostAsync(
            "v1/document/generate",
            $"{{\"url\":\"{Document}\",\"config\":{{\"json_schema\":{{\"type\":\"object\",\"properties\":{{{properties}}}}}}}}}"
        );

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Matches("2,?000|5,?000", (string?)error!["detail"]);
    }

    [Fact]
    public async Task JsonSchema_WithARegexBomb_IsNotEvaluated()
    {
        await using var host = await ApiHost.StartAsync();
        host.KeepWorking();

        var (_, finished) = await host.PostAsync(
            "v1/document/generate",
            """{"url":"DOCUMENT","batch":false,"config":{"json_schema":{"type":"object","properties":{"words":{"type":"array","items":{"type":"object","properties":{"text":{"type":"string","pattern":"^(a+)+$"}}}}}}}}""".Replace(
                "DOCUMENT",
                Document,
                StringComparison.Ordinal
            )
        );

        Assert.Equal("completed", (string?)finished!["status"]);
    }

    [Fact]
    public async Task Limits_BrokenByAKey_AreAnsweredWithRetryAfter()
    {
        await using var host = await ApiHost.StartAsync(["Api:RequestsPerSecond=1", "Api:RequestBurst=3"]);
        var statuses = new List<HttpStatusCode>();
        string? retryAfter = null;
        for (var i = 0; i < 12; i++)
        {
            using var response = await host.Client.GetAsync("v1/models", TestContext.Current.CancellationToken);
            statuses.Add(response.StatusCode);
            retryAfter = response.StatusCode == HttpStatusCode.TooManyRequests ? response.Headers.RetryAfter?.ToString() : retryAfter;
        }

        Assert.Contains(HttpStatusCode.OK, statuses);
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.Matches("^[1-9][0-9]*$", retryAfter);
    }

    private static IEnumerable<string?> Words(JsonNode prediction) =>
        prediction["response"]!["words"]!.AsArray().Select(word => (string?)word!["text"]);
}
