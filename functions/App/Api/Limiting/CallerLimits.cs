using System.Threading.RateLimiting;
using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Errors;
using Microsoft.AspNetCore.RateLimiting;

namespace GroundedDocs.App.Api.Limiting;

/// <summary>How often, and how often at once, one caller may call. Whoever needs no key (health, triggers) is not counted.</summary>
internal static class CallerLimits
{
    private const string Uncounted = "";

    /// <summary>Addresses without a caller that still cost something: uploads to an address with a secret.</summary>
    private const string Uploads = "uploads";

    public static void Configure(RateLimiterOptions limiter, ApiOptions limits)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => Rate(PartitionOf(context), limits)),
            PartitionedRateLimiter.Create<HttpContext, string>(context => Concurrency(PartitionOf(context), limits))
        );
        limiter.OnRejected = async (rejected, _) =>
        {
            var error = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)
                ? ApiError.TooMany(
                    $"This key has sent more than {limits.RequestsPerSecond} requests a second (Api__RequestsPerSecond).",
                    wait
                )
                : ApiError.TooMany(
                    $"This key has {limits.ConcurrentRequests} requests under way already (Api__ConcurrentRequests).",
                    TimeSpan.FromSeconds(1)
                );
            await error.ExecuteAsync(rejected.HttpContext);
        };
    }

    private static string PartitionOf(HttpContext context)
    {
        if (context.Features.Get<Caller>() is { } caller)
        {
            return $"{caller.Owner}/{caller.KeyName}";
        }

        return context.GetEndpoint()?.Metadata.GetMetadata<UploadAddress>() is null ? Uncounted : Uploads;
    }

    private static RateLimitPartition<string> Rate(string caller, ApiOptions limits) =>
        caller == Uncounted
            ? RateLimitPartition.GetNoLimiter(caller)
            : RateLimitPartition.GetTokenBucketLimiter(
                caller,
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = Math.Max(limits.RequestBurst, limits.RequestsPerSecond),
                    TokensPerPeriod = limits.RequestsPerSecond,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                    QueueLimit = 0,
                }
            );

    private static RateLimitPartition<string> Concurrency(string caller, ApiOptions limits) =>
        caller == Uncounted
            ? RateLimitPartition.GetNoLimiter(caller)
            : RateLimitPartition.GetConcurrencyLimiter(
                caller,
                _ => new ConcurrencyLimiterOptions { PermitLimit = limits.ConcurrentRequests, QueueLimit = 0 }
            );
}
