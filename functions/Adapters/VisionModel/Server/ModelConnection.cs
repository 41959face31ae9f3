using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Text;
using Azure.Core;
using GroundedDocs.Adapters.VisionModel.Answers;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Metering;
using GroundedDocs.Documents.Predictions;
using OpenAI;
using OpenAI.Chat;
using Polly;
using Polly.CircuitBreaker;

namespace GroundedDocs.Adapters.VisionModel.Server;

/// <summary>
/// The connection to one model server: bounded concurrency, a circuit breaker, a budget of tokens, and what the server was found to
/// be able to do. Every failure is a value; nothing is repeated here except a request that the server refused the form of, because
/// repetition with its delays belongs to the orchestration. Safe to call from several threads.
/// </summary>
public sealed class ModelConnection : IDisposable
{
    /// <summary>The library insists on a key; servers without keys ignore it.</summary>
    private const string NoKey = "none";

    private readonly VisionModelOptions options;
    private readonly TimeProvider time;
    private readonly ChatClient client;
    private readonly HttpClient http;
    private readonly SemaphoreSlim places;
    private readonly TokenBudget budget;
    private readonly ResiliencePipeline<Result<ModelAnswer>> breaker;
    private volatile ServerCapabilities server = ServerCapabilities.All;
    private long unreachableSince;

    /// <summary>Opens nothing yet; the first question does.</summary>
    /// <param name="options">Valid settings with an endpoint.</param>
    /// <param name="time">The clock.</param>
    /// <param name="network">Sends the requests.</param>
    /// <param name="credential">Signs in where <see cref="VisionModelOptions.IdentityScope"/> is set.</param>
    public ModelConnection(VisionModelOptions options, TimeProvider time, HttpMessageHandler network, TokenCredential? credential = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        this.time = time;
        http = new HttpClient(new ProtocolHandler(network)) { Timeout = Timeout.InfiniteTimeSpan };
        client = new ChatClient(
            options.Model,
            new ApiKeyCredential(options.ApiKey.Length > 0 ? options.ApiKey : NoKey),
            ClientOptions(credential)
        );
        places = new SemaphoreSlim(options.Concurrency);
        budget = new TokenBudget(options.DailyTokenBudget, time);
        breaker = Breaker(time);
    }

    /// <summary>Sends one question and returns the answer, or why there is none.</summary>
    public async Task<Result<ModelAnswer>> AskAsync(ModelQuestion question, CancellationToken cancellationToken)
    {
        if (budget.Check() is { } spent)
        {
            return spent;
        }

        await places.WaitAsync(cancellationToken);
        try
        {
            var answer = await breaker.ExecuteAsync(async token => await AskOnceAsync(question, token), cancellationToken);
            return Remember(answer);
        }
        catch (BrokenCircuitException open)
        {
            return ModelFailure.Resting(open.RetryAfter);
        }
        finally
        {
            places.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        http.Dispose();
        places.Dispose();
    }

    /// <summary>
    /// Leaves out what the server refuses until it answers. What helped is remembered for the next question, except pictures: one
    /// that a server cannot open says nothing about the next.
    /// </summary>
    private async Task<Result<ModelAnswer>> AskOnceAsync(ModelQuestion question, CancellationToken cancellationToken)
    {
        var known = server;
        var asked = known;
        while (true)
        {
            var (answer, refusal) = await SendAsync(question, asked, cancellationToken);
            if (answer.Failure is null && asked != known)
            {
                server = asked with { TakesImages = true };
            }

            if (refusal is null)
            {
                return answer;
            }

            if (ServerCapabilities.IsTooLong(refusal))
            {
                return ModelFailure.TooLong();
            }

            if (asked.After(refusal) is not { } reduced)
            {
                return answer;
            }

            asked = reduced;
        }
    }

    /// <summary>One request; a second value is the server's own words where it refused the request's form.</summary>
    private async Task<(Result<ModelAnswer> Answer, string? Refusal)> SendAsync(
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
            var completion = await client.CompleteChatAsync(
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

    private static ModelAnswer Answer(ChatCompletion completion, TimeSpan elapsed)
    {
        var content = Encoding.UTF8.GetBytes(string.Concat(completion.Content.Select(part => part.Text)));
        var tokens = completion.ContentTokenLogProbabilities.Select(token =>
            (token.Utf8Bytes ?? Encoding.UTF8.GetBytes(token.Token), (double)token.LogProbability)
        );
        var usage = new ModelUsage(1, completion.Usage?.InputTokenCount ?? 0, completion.Usage?.OutputTokenCount ?? 0, elapsed);
        return new ModelAnswer(content, TokenProbabilities.From([.. tokens], content), usage);
    }

    /// <summary>Counts what was used, and how long the server has been out of reach.</summary>
    private Result<ModelAnswer> Remember(Result<ModelAnswer> answer)
    {
        if (answer.TryGet(out var got, out var failure))
        {
            budget.Spend(got.Usage.TotalTokens);
            ModelMetrics.Answered(got.Usage);
            UsageMeter.Count(new WorkUsage { Model = got.Usage });
        }
        else
        {
            ModelMetrics.Failed(failure.Code);
        }

        if (failure?.Code != ModelFailure.StartingCode)
        {
            Interlocked.Exchange(ref unreachableSince, 0);
            return answer;
        }

        var now = time.GetUtcNow().UtcTicks;
        var since = Interlocked.CompareExchange(ref unreachableSince, now, 0);
        return since != 0 && now - since > options.StartupPatience.Ticks ? ModelFailure.Unreachable(options.StartupPatience) : answer;
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

    private static ResiliencePipeline<Result<ModelAnswer>> Breaker(TimeProvider time) =>
        new ResiliencePipelineBuilder<Result<ModelAnswer>> { TimeProvider = time }
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions<Result<ModelAnswer>>
                {
                    FailureRatio = VisionModelLimits.BreakerFailureShare,
                    MinimumThroughput = VisionModelLimits.BreakerMinimumCalls,
                    SamplingDuration = VisionModelLimits.BreakerWindow,
                    BreakDuration = VisionModelLimits.BreakerPause,
                    ShouldHandle = call => ValueTask.FromResult(call.Outcome.Result.Failure is { IsTransient: true }),
                }
            )
            .Build();
}
