using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Text;
using Azure.Core;
using GroundedDocs.Adapters.VisionModel.Answers;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Predictions;
using OpenAI;
using OpenAI.Chat;

namespace GroundedDocs.Adapters.VisionModel.Server;

/// <summary>Sends single requests to a model server and reads its answers; whatever goes wrong on the way is a value.</summary>
internal sealed class ModelClient : IDisposable
{
    /// <summary>The library insists on a key; servers without keys ignore it.</summary>
    private const string NoKey = "none";

    private readonly VisionModelOptions options;
    private readonly TimeProvider time;
    private readonly HttpClient http;
    private readonly ChatClient chat;

    public ModelClient(VisionModelOptions options, TimeProvider time, HttpMessageHandler network, TokenCredential? credential)
    {
        this.options = options;
        this.time = time;
        http = new HttpClient(new ProtocolHandler(network)) { Timeout = Timeout.InfiniteTimeSpan };
        chat = new ChatClient(
            options.Model,
            new ApiKeyCredential(options.ApiKey.Length > 0 ? options.ApiKey : NoKey),
            ClientOptions(credential)
        );
    }

    /// <summary>One request; a second value is the server's own words where it refused the request's form.</summary>
    public async Task<(Result<ModelAnswer> Answer, string? Refusal)> SendAsync(
        ModelQuestion question,
        ServerCapabilities asked,
        CancellationToken cancellationToken
    )
    {
        using var limit = new CancellationTokenSource(options.RequestTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var started = time.GetTimestamp();
        try
        {
            var messages = ChatRequest.Messages(question, asked);
            var completion = await chat.CompleteChatAsync(
                messages,
                ChatRequest.Options(question, asked, options.MaxOutputTokens),
                both.Token
            );
            return (Answer(completion.Value, time.GetElapsedTime(started)), null);
        }
        catch (ModelProtocolException wrong)
        {
            return (wrong.Failure, null);
        }
        catch (ClientResultException refused) when (refused.Status > 0)
        {
            var refusal = refused.Status is 400 or 415 or 422 or 501 ? refused.GetRawResponse()?.Content.ToString() ?? "" : null;
            return (ModelFailure.OfStatus(refused.Status, RetryAfter(refused)), refusal);
        }
        catch (Exception lost) when (lost is ClientResultException or HttpRequestException or IOException)
        {
            return (ModelFailure.Starting(), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (ModelFailure.TimedOut(options.RequestTimeout), null);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static ModelAnswer Answer(ChatCompletion completion, TimeSpan elapsed)
    {
        var content = Encoding.UTF8.GetBytes(string.Concat(completion.Content.Select(part => part.Text)));
        var tokens = completion.ContentTokenLogProbabilities.Select(token =>
            (token.Utf8Bytes ?? Encoding.UTF8.GetBytes(token.Token), (double)token.LogProbability)
        );
        var usage = new ModelUsage(1, completion.Usage?.InputTokenCount ?? 0, completion.Usage?.OutputTokenCount ?? 0, elapsed);
        return new ModelAnswer(content, TokenProbabilities.From([.. tokens], content), usage);
    }

    private TimeSpan? RetryAfter(ClientResultException refused)
    {
        if (refused.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var header) != true)
        {
            return null;
        }

        return int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            && date > time.GetUtcNow()
                ? date - time.GetUtcNow()
            : null;
    }

    private OpenAIClientOptions ClientOptions(TokenCredential? credential)
    {
        var settings = new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        };
        if (options.IdentityScope.Length > 0)
        {
            // The last policy before the network replaces the key by the identity's token.
            ArgumentNullException.ThrowIfNull(credential);
            settings.AddPolicy(new BearerTokenPolicy(credential, options.IdentityScope), PipelinePosition.BeforeTransport);
        }

        return settings;
    }
}
