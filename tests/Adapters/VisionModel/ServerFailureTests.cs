using GroundedDocs.Adapters.VisionModel;
using GroundedDocs.Documents;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace GroundedDocs.Tests.Adapters.VisionModel;

/// <summary>Servers that refuse, stall, lie or are not there: each ends in one failure that says what to do.</summary>
public sealed class ServerFailureTests
{
    private const string Schema = """{"type":"object","properties":{"number":{"type":"string"}}}""";
    private const string Empty = """{"number":{"value":null,"text":null}}""";

    [Theory]
    [InlineData(429, "7", "model.busy", true, 7)]
    [InlineData(503, "30", "model.starting", true, 30)]
    [InlineData(503, null, "model.starting", true, 15)]
    [InlineData(503, "86400", "model.starting", true, 900)]
    [InlineData(500, null, "model.error", true, null)]
    [InlineData(401, null, "model.unauthorized", false, null)]
    [InlineData(403, null, "model.unauthorized", false, null)]
    [InlineData(404, null, "model.not_found", false, null)]
    public async Task Status_OfRefusal_IsAFailureThatSaysWhetherToTryAgain(
        int status,
        string? header,
        string code,
        bool isTransient,
        int? seconds
    )
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.NextStatus(status, retryAfter: header);

        var failure = (await bench.ExtractAsync(Schema, "page")).Failure!;

        Assert.Equal((code, isTransient), (failure.Code, failure.IsTransient));
        Assert.Equal(seconds, failure.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task FullQueue_CostsTheDocumentNoAttempt()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.NextStatus(429, retryAfter: "7");

        Assert.False((await bench.ExtractAsync(Schema, "page")).Failure!.CountsAsAttempt);
    }

    [Fact]
    public async Task RetryAfter_AsADate_IsTheTimeUntilThen()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.NextStatus(429, retryAfter: "Sat, 31 Jan 2026 12:00:40 GMT");

        Assert.Equal(TimeSpan.FromSeconds(40), (await bench.ExtractAsync(Schema, "page")).Failure!.RetryAfter);
    }

    [Fact]
    public async Task ServerNotThere_IsStarting_AndCostsNoAttemptUntilPatienceEnds()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Options = bench.Options with { Endpoint = new Uri("http://127.0.0.1:1/v1") };

        var first = (await bench.ExtractAsync(Schema, "page")).Failure!;
        bench.Time.Advance(bench.Options.StartupPatience + TimeSpan.FromMinutes(1));
        var later = (await bench.ExtractAsync(Schema, "page")).Failure!;

        Assert.Equal(("model.starting", false), (first.Code, first.CountsAsAttempt));
        Assert.Equal(("model.unreachable", true), (later.Code, later.CountsAsAttempt));
    }

    [Fact]
    public async Task FailingServer_IsLeftAloneForAWhile()
    {
        await using var bench = await ModelBench.StartAsync();
        for (var i = 0; i < VisionModelLimits.BreakerMinimumCalls; i++)
        {
            bench.Server.NextStatus(500);
            await bench.ExtractAsync(Schema, "page");
        }

        var resting = (await bench.ExtractAsync(Schema, "page")).Failure!;
        var requests = bench.Server.Requests.Count;
        bench.Time.Advance(VisionModelLimits.BreakerPause + TimeSpan.FromSeconds(1));
        bench.Server.NextContent(Empty);
        var recovered = await bench.ExtractAsync(Schema, "page");

        Assert.Equal(("model.resting", false), (resting.Code, resting.CountsAsAttempt));
        Assert.InRange(resting.RetryAfter!.Value, TimeSpan.FromSeconds(1), VisionModelLimits.BreakerPause);
        Assert.Equal(VisionModelLimits.BreakerMinimumCalls, requests);
        Assert.Null(recovered.Failure);
    }

    [Fact]
    public async Task Budget_WhenSpent_FailsWithoutACallUntilTheNextDay()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Options = bench.Options with { DailyTokenBudget = 500 };
        bench.Server.NextContent(Empty);
        await bench.ExtractAsync(Schema, "page");

        var over = (await bench.ExtractAsync(Schema, "page")).Failure!;
        bench.Time.Advance(TimeSpan.FromHours(12));
        bench.Server.NextContent(Empty);
        var nextDay = await bench.ExtractAsync(Schema, "page");

        Assert.Equal(("model.budget", TimeSpan.FromHours(12)), (over.Code, over.RetryAfter));
        Assert.Null(nextDay.Failure);
        Assert.Equal(2, bench.Server.Requests.Count);
    }

    [Theory]
    [InlineData("<html><body>Welcome to the gateway</body></html>", "text/html")]
    [InlineData("<html></html>", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("""{"error":{"message":"out of memory","code":500}}""", "application/json")]
    [InlineData("""{"choices":[]}""", "application/json")]
    [InlineData("""{"choices":[{"message":""", "application/json")]
    [InlineData("data: {\"choices\":[]}\n\n", "text/event-stream")]
    [InlineData("[]", "application/json")]
    public async Task Body_ThatIsNoChatCompletion_IsAProtocolFailure(string body, string contentType)
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.NextBody(body, contentType);

        var failure = (await bench.ExtractAsync(Schema, "page")).Failure!;

        Assert.Equal(("model.protocol", true), (failure.Code, failure.IsTransient));
    }

    [Fact]
    public async Task Body_OfTenMegabytes_IsNotRead()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.NextBody("{\"choices\":[{\"message\":{\"content\":\"" + new string('x', 10_000_000) + "\"}}]}");

        var failure = (await bench.ExtractAsync(Schema, "page")).Failure!;

        Assert.Equal("model.protocol", failure.Code);
        Assert.Contains("4194304 bytes", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_WithoutEnd_EndsAtTheLimit()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Next(async context =>
        {
            context.Response.ContentType = "application/json";
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(new string(' ', 100_000), context.RequestAborted);
            }
        });

        Assert.Equal("model.protocol", (await bench.ExtractAsync(Schema, "page")).Failure!.Code);
    }

    [Fact]
    public async Task Server_ThatNeverAnswers_TimesOut()
    {
        await using var bench = await ModelBench.StartAsync();
        var arrived = new TaskCompletionSource();
        bench.Server.Next(context =>
        {
            arrived.SetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        var asking = bench.ExtractAsync(Schema, "page");
        await arrived.Task;
        bench.Time.Advance(bench.Options.RequestTimeout + TimeSpan.FromSeconds(1));

        Assert.Equal("model.timeout", (await asking).Failure!.Code);
    }

    [Fact]
    public async Task SecondQuestion_ThatFails_LeavesTheFirstAnswer()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.NextContent("""{"number":{"value":"A-1"},"count":{"value":"many"}}""");
        bench.Server.NextStatus(500);

        var prediction = (
            await bench.ExtractAsync("""{"type":"object","properties":{"number":{"type":"string"},"count":{"type":"integer"}}}""", "page")
        ).Value;

        Assert.Equal(["number=A-1", "count=null"], prediction.Fields.Select(field => $"{field.Path}={field.Value}"));
    }

    [Fact]
    public async Task Failures_NeverQuoteTheServer()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.NextStatus(403, """{"error":{"message":"the page says SECRET-4711"}}""");

        Failure failure = (await bench.ExtractAsync(Schema, "page")).Failure!;

        Assert.DoesNotContain("SECRET", failure.Message, StringComparison.Ordinal);
    }
}
