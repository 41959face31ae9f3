using Azure;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Adapters.Storage;

/// <summary>Tells a store that does not answer from one that refuses.</summary>
internal static class StorageCall
{
    private const int NoAnswer = 0;
    private const int RequestTimeout = 408;
    private const int TooManyRequests = 429;

    /// <summary>Makes a call; after the client's own retries, no answer becomes <see cref="StorageUnavailableException"/>.</summary>
    public static async Task<T> RunAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (RequestFailedException refused) when (IsUnavailable(refused.Status))
        {
            throw new StorageUnavailableException($"Storage answered {refused.Status} ({refused.ErrorCode}).", refused);
        }
        catch (AggregateException retries) when (retries.InnerExceptions.All(IsNoAnswer))
        {
            throw new StorageUnavailableException("Storage did not answer.", retries);
        }
    }

    /// <summary>Makes a call, and answers the default where the store refuses with one of the given statuses.</summary>
    public static async Task<T?> OrDefaultAsync<T>(Func<Task<T>> call, params int[] refusals)
    {
        try
        {
            return await RunAsync(call);
        }
        catch (RequestFailedException refused) when (refusals.Contains(refused.Status))
        {
            return default;
        }
    }

    /// <summary>Pages of a listing, each read as one call.</summary>
    public static async IAsyncEnumerable<T> PagesAsync<T>(AsyncPageable<T> listing)
        where T : notnull
    {
        await using var pages = listing.AsPages().GetAsyncEnumerator();
        while (await RunAsync(() => pages.MoveNextAsync().AsTask()))
        {
            foreach (var item in pages.Current.Values)
            {
                yield return item;
            }
        }
    }

    /// <summary>What the client collects over its retries: refusals, broken connections, and tries that ran out of time.</summary>
    private static bool IsNoAnswer(Exception inner) =>
        inner is RequestFailedException or IOException or HttpRequestException or OperationCanceledException;

    private static bool IsUnavailable(int status) => status is NoAnswer or RequestTimeout or TooManyRequests or >= 500;
}
