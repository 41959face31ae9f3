namespace GroundedDocs.Benchmarks.Scale;

/// <summary>
/// Prices of storage requests in US dollars, assumed and not looked up: locally redundant, hot. Every blob request counts as a write, which
/// is the dearest kind, so that the sum is too high rather than too low.
/// </summary>
internal static class AssumedPrices
{
    private const double BlobRequest = 0.065 / 10_000;
    private const double TableRequest = 0.000_36 / 10_000;
    private const double QueueRequest = 0.004 / 10_000;

    /// <summary>What a number of requests costs.</summary>
    public static double Of(long blobRequests, long tableRequests, long queueRequests) =>
        (blobRequests * BlobRequest) + (tableRequests * TableRequest) + (queueRequests * QueueRequest);
}
