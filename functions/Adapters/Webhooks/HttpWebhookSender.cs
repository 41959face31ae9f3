using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using GroundedDocs.Adapters.Outbound;
using GroundedDocs.Documents;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Adapters.Webhooks;

/// <summary>Posts predictions to receivers, signed, without following redirects, and never into private networks.</summary>
public sealed class HttpWebhookSender : IWebhookSender, IDisposable
{
    /// <summary>HMAC-SHA256 of the raw body, in VLM Run's form.</summary>
    public const string SignatureHeader = "X-VLMRun-Signature";

    /// <summary>Seconds since 1970 at which this try was signed.</summary>
    public const string TimestampHeader = "X-GroundedDocs-Timestamp";

    /// <summary>The same for every try of one delivery.</summary>
    public const string DeliveryHeader = "Idempotency-Key";

    /// <summary>HMAC-SHA256 of <c>timestamp.body</c>, so that an old delivery cannot be sent again by somebody else.</summary>
    public const string TimedSignatureHeader = "X-GroundedDocs-Signature";

    private readonly HttpClient client;
    private readonly WebhookOptions options;
    private readonly TimeProvider time;

    /// <summary>A sender with connections of its own.</summary>
    public HttpWebhookSender(WebhookOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        this.time = time;
        var handler = OutboundHandler.Create(new PublicConnector(options.Outbound));
        client = new HttpClient(handler) { Timeout = options.Timeout, MaxResponseContentBufferSize = 64 * 1024 };
    }

    /// <inheritdoc/>
    public async Task<Result<int>> SendAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        if (!options.Outbound.Allows(delivery.Url))
        {
            return new Failure("webhook.address", $"The callback_url is not {options.Outbound.Expected} and is not called.");
        }

        using var request = RequestOf(delivery);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode ? (int)response.StatusCode : Refused(response);
        }
        catch (HttpRequestException error) when (error.InnerException is PrivateAddressException)
        {
            return new Failure("webhook.address", "The callback_url leads to a private network and is not called.");
        }
        catch (HttpRequestException error)
        {
            return new Failure("webhook.unreachable", $"The receiver could not be reached ({error.HttpRequestError}).", IsTransient: true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Failure(
                "webhook.timeout",
                $"The receiver did not answer within {options.Timeout.TotalSeconds:0} seconds.",
                IsTransient: true
            );
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private HttpRequestMessage RequestOf(WebhookDelivery delivery)
    {
        var content = new ReadOnlyMemoryContent(delivery.Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, delivery.Url) { Content = content };
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add(DeliveryHeader, delivery.DeliveryId);
        request.Headers.Add(TimestampHeader, timestamp);
        if (options.Secret is { Length: > 0 } secret)
        {
            var key = Encoding.UTF8.GetBytes(secret);
            request.Headers.Add(SignatureHeader, Signed(key, delivery.Body.Span));
            byte[] timed = [.. Encoding.UTF8.GetBytes(timestamp + "."), .. delivery.Body.Span];
            request.Headers.Add(TimedSignatureHeader, Signed(key, timed));
        }

        return request;
    }

    private static string Signed(byte[] key, ReadOnlySpan<byte> bytes) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(key, bytes));

    /// <summary>A receiver that is gone for good (410) or answers with a redirect is not tried again; everything else is.</summary>
    private Failure Refused(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var isFinal = response.StatusCode == HttpStatusCode.Gone || status is >= 300 and < 400;
        return new Failure("webhook.status", $"The receiver answered {status}.", IsTransient: !isFinal, RetryAfterOf(response));
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
            _ => null,
        };
}
