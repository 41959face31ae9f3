using Xunit;

namespace GroundedDocs.Tests.Adapters.DocumentIntelligence;

public sealed class LayoutServiceTests
{
    private static readonly string Done = new LayoutAnswer(8.5, 11, "inch").Line(("Total", LayoutAnswer.Box(0.85, 1.1, 1.7, 1.21))).Write();

    [Fact]
    public async Task Analyze_Page_SubmitsThenLooksUntilDone()
    {
        using var service = new ScriptedService()
            .Answer(202, operation: ScriptedService.Operation)
            .Answer(200, """{"status":"notStarted"}""", retryAfter: "3")
            .Answer(200, """{"status":"running"}""")
            .Answer(200, Done);

        var layout = (await service.AnalyzeAsync()).Value;

        Assert.Equal((4, "Total"), (layout.PageNumber, layout.Words.Single().Text));
        Assert.Equal([TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(2)], service.Waits);
        Assert.Equal([HttpMethod.Post, HttpMethod.Get, HttpMethod.Get, HttpMethod.Get], service.Requests.Select(request => request.Method));
        Assert.Equal(
            "https://layout.example.com/documentintelligence/documentModels/prebuilt-layout:analyze?api-version=2024-11-30&stringIndexType=utf16CodeUnit",
            service.Requests[0].Uri.ToString()
        );
        Assert.Equal("image/jpeg", service.Requests[0].ContentType);
        Assert.All(service.Requests, request => Assert.Equal("secret", request.Key));
    }

    [Theory]
    [InlineData(429, "reading.service_busy", true)]
    [InlineData(503, "reading.service_busy", true)]
    [InlineData(401, "reading.service_unauthorized", false)]
    [InlineData(400, "reading.service_refused", false)]
    public async Task Analyze_Refused_IsAFailure(int status, string code, bool isTransient)
    {
        using var service = new ScriptedService().Answer(status, retryAfter: "7");

        var failure = (await service.AnalyzeAsync()).Failure!;

        Assert.Equal((code, isTransient), (failure.Code, failure.IsTransient));
        Assert.Equal(status is 429 or 503 ? 7 : null, failure.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData("https://elsewhere.example.com/result")]
    [InlineData("not an address")]
    [InlineData(null)]
    public async Task Analyze_OperationElsewhere_IsNotFollowed(string? operation)
    {
        using var service = new ScriptedService().Answer(202, operation: operation);

        Assert.Equal("reading.service", (await service.AnalyzeAsync()).Failure!.Code);
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData("""{"status":"failed","error":{"code":"InvalidImage"}}""")]
    [InlineData("""{"status":"succeeded"}""")]
    [InlineData("<html></html>")]
    [InlineData("[]")]
    public async Task Analyze_AnswerOfAnotherForm_IsAFailure(string body)
    {
        using var service = new ScriptedService().Answer(202, operation: ScriptedService.Operation).Answer(200, body);

        Assert.Equal("reading.service", (await service.AnalyzeAsync()).Failure!.Code);
    }
}
