using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using GroundedDocs.Adapters.DocumentIntelligence.Answers;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Metering;
using GroundedDocs.Documents.Pages;

namespace GroundedDocs.Adapters.DocumentIntelligence;

/// <summary>The service's prebuilt-layout model over REST: submit a picture, look until it is done, map the answer.</summary>
public sealed class LayoutService
{
    private const string ApiVersion = "2024-11-30";
    private const string KeyHeader = "Ocp-Apim-Subscription-Key";
    private const string Scope = "https://cognitiveservices.azure.com/.default";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly DocumentIntelligenceOptions options;
    private readonly TimeProvider time;
    private readonly HttpPipeline pipeline;

    /// <summary>Opens nothing yet.</summary>
    /// <param name="options">Valid settings with an endpoint.</param>
    /// <param name="time">The clock.</param>
    /// <param name="transport">Sends the requests; null for the ordinary one.</param>
    /// <param name="credential">Signs in where no key is set.</param>
    public LayoutService(
        DocumentIntelligenceOptions options,
        TimeProvider time,
        HttpPipelineTransport? transport = null,
        TokenCredential? credential = null
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        this.time = time;
        var client = new ServiceClientOptions { Transport = transport ?? HttpClientTransport.Shared };
        // Repetition with its delays belongs to the orchestration; a page falls back to the embedded reader at once.
        client.Retry.MaxRetries = 0;
        HttpPipelinePolicy authentication =
            options.ApiKey.Length > 0
                ? new KeyPolicy(options.ApiKey)
                : new BearerTokenAuthenticationPolicy(credential ?? throw new ArgumentNullException(nameof(credential)), Scope);
        pipeline = HttpPipelineBuilder.Build(client, authentication);
    }

    /// <summary>The layout of a page, sent as a picture or, where there is none, as a PDF of one page; or why the service has none.</summary>
    public async Task<Result<PageLayout>> AnalyzeAsync(PageImage image, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (!image.IsDrawn && image.PagePdf.IsEmpty)
        {
            return new Failure("reading.service_refused", "There is neither a picture nor a file of the page to send.");
        }

        using var limit = new CancellationTokenSource(options.PageTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var submitted = await SubmitAsync(image, both.Token);
            if (!submitted.TryGet(out var operation, out var failure))
            {
                return failure;
            }

            var done = await WaitAsync(operation, both.Token);
            return done.TryGet(out var result, out failure) ? LayoutMapping.Map(result, image.PageNumber, image.Size) : failure;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Failure(
                "reading.service_timeout",
                $"Document Intelligence took longer than {options.PageTimeout.TotalSeconds:0} seconds for a page.",
                true
            );
        }
        catch (Exception wrong) when (wrong is RequestFailedException or JsonException or NotSupportedException)
        {
            return new Failure("reading.service", "Document Intelligence could not be reached or gave an answer of another form.", true);
        }
    }

    /// <summary>Submits the picture; the answer is where to look for the result.</summary>
    private async Task<Result<Uri>> SubmitAsync(PageImage image, CancellationToken cancellationToken)
    {
        using var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(
            new Uri(
                options.Endpoint!,
                $"/documentintelligence/documentModels/prebuilt-layout:analyze?api-version={ApiVersion}&stringIndexType=utf16CodeUnit"
            )
        );
        message.Request.Headers.Add("Content-Type", image.IsDrawn ? "image/jpeg" : "application/pdf");
        message.Request.Content = RequestContent.Create(image.IsDrawn ? image.Jpeg : image.PagePdf);
        await pipeline.SendAsync(message, cancellationToken);
        if (message.Response.Status != 202)
        {
            return Refused(message.Response);
        }

        // The operation must lie at the service itself: the credential goes there.
        return
            message.Response.Headers.TryGetValue("Operation-Location", out var location)
            && Uri.TryCreate(location, UriKind.Absolute, out var operation)
            && operation.Host == options.Endpoint!.Host
            ? operation
            : new Failure("reading.service", "Document Intelligence did not say where its result will be.", true);
    }

    private async Task<Result<AnalyzeResult>> WaitAsync(Uri operation, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var message = pipeline.CreateMessage();
            message.Request.Method = RequestMethod.Get;
            message.Request.Uri.Reset(operation);
            await pipeline.SendAsync(message, cancellationToken);
            if (message.Response.Status != 200)
            {
                return Refused(message.Response);
            }

            if (message.Response.Content.ToMemory().Length > DocumentIntelligenceLimits.AnswerBytes)
            {
                return new Failure(
                    "reading.service",
                    $"Document Intelligence sent more than {DocumentIntelligenceLimits.AnswerBytes} bytes for a page."
                );
            }

            var answer = JsonSerializer.Deserialize<AnalyzeAnswer>(message.Response.Content.ToMemory().Span, Json);
            switch (answer?.Status)
            {
                case "succeeded" when answer.AnalyzeResult is { } result:
                    UsageMeter.Count(new WorkUsage { ServicePages = 1 });
                    return result;
                case "notStarted" or "running":
                    await Task.Delay(WaitAsked(message.Response) ?? DocumentIntelligenceLimits.PollInterval, time, cancellationToken);
                    break;
                default:
                    return new Failure("reading.service", "Document Intelligence could not analyse the page.");
            }
        }
    }

    private static Failure Refused(Response response) =>
        response.Status switch
        {
            429 or >= 500 => new("reading.service_busy", $"Document Intelligence answered {response.Status}.", true, WaitAsked(response)),
            401 or 403 => new(
                "reading.service_unauthorized",
                $"Document Intelligence answered {response.Status}; check DocumentIntelligence__ApiKey or the role of the app's identity."
            ),
            _ => new("reading.service_refused", $"Document Intelligence answered {response.Status} and refused the page."),
        };

    private static TimeSpan? WaitAsked(Response response) =>
        response.Headers.TryGetValue("Retry-After", out var header)
        && int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds > 0
            ? TimeSpan.FromSeconds(Math.Min(seconds, DocumentIntelligenceLimits.LongestRetryAfter.TotalSeconds))
            : null;

    /// <summary>Azure.Core's options type is abstract.</summary>
    private sealed class ServiceClientOptions : ClientOptions;

    /// <summary>Azure.Core has such a policy, but keeps it to itself.</summary>
    private sealed class KeyPolicy(string key) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => message.Request.Headers.SetValue(KeyHeader, key);
    }
}
