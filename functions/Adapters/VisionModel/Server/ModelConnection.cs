using Azure.Core;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Metering;
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
    private readonly VisionModelOptions options;
    private readonly TimeProvider time;
    private readonly ModelClient client;
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
        client = new ModelClient(options, time, network, credential);
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
        client.Dispose();
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
            var (answer, refusal) = await client.SendAsync(question, asked, cancellationToken);
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
