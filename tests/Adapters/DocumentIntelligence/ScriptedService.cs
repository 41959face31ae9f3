using System.Net;
using Azure.Core.Pipeline;
using GroundedDocs.Adapters.DocumentIntelligence;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;

namespace GroundedDocs.Tests.Adapters.DocumentIntelligence;

/// <summary>The service as a list of answers, and a clock on which waits end at once and are written down.</summary>
internal sealed class ScriptedService : HttpMessageHandler
{
    public const string Operation =
        "https://layout.example.com/documentintelligence/documentModels/prebuilt-layout/analyzeResults/1?api-version=2024-11-30";

    private readonly Queue<HttpResponseMessage> answers = new();
    private readonly WritingTime time = new();

    public List<(HttpMethod Method, Uri Uri, string? Key, string? ContentType)> Requests { get; } = [];

    public IReadOnlyList<TimeSpan> Waits => time.Waits;

    public static DocumentIntelligenceOptions Options { get; } =
        new() { Endpoint = new Uri("https://layout.example.com"), ApiKey = "secret" };

    public static PageImage Image { get; } = new(4, new PixelSize(850, 1100), 100, new byte[] { 0xFF, 0xD8 });

    public LayoutService Service => new(Options, time, new HttpClientTransport(new HttpClient(this, disposeHandler: false)));

    public ScriptedService Answer(int status, string body = "{}", string? retryAfter = null, string? operation = null)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, null, "application/json") };
        if (retryAfter is not null)
        {
            answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        if (operation is not null)
        {
            answer.Headers.TryAddWithoutValidation("Operation-Location", operation);
        }

        answers.Enqueue(answer);
        return this;
    }

    public Task<Result<PageLayout>> AnalyzeAsync() => Service.AnalyzeAsync(Image, CancellationToken.None);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var key = request.Headers.TryGetValues("Ocp-Apim-Subscription-Key", out var keys) ? keys.Single() : null;
        Requests.Add((request.Method, request.RequestUri!, key, request.Content?.Headers.ContentType?.MediaType));
        return Task.FromResult(answers.Dequeue());
    }

    private sealed class WritingTime : TimeProvider
    {
        public List<TimeSpan> Waits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            // The limit on the whole page never comes; waits between two looks end at once.
            if (dueTime >= Options.PageTimeout)
            {
                return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }

            Waits.Add(dueTime);
            return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
