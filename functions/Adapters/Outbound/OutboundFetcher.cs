using System.Net;
using GroundedDocs.Documents;

namespace GroundedDocs.Adapters.Outbound;

/// <summary>Fetches documents from addresses that callers name, within limits of size, time, redirects and place.</summary>
public sealed class OutboundFetcher : IDisposable
{
    private readonly HttpClient client;
    private readonly TimeProvider time;

    /// <summary>A fetcher with connections of its own.</summary>
    public OutboundFetcher(OutboundOptions options, TimeProvider time)
        : this(options, new PublicConnector(options), time) { }

    /// <summary>A fetcher that connects in a given way.</summary>
    public OutboundFetcher(OutboundOptions options, PublicConnector connector, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        this.time = time;
        client = new HttpClient(OutboundHandler.Create(connector)) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("GroundedDocs/1.0");
    }

    /// <summary>Where it may go and what it may bring.</summary>
    public OutboundOptions Options { get; }

    /// <summary>Fetches a document into a file.</summary>
    /// <returns>Null, or why it could not be fetched; messages hold no address.</returns>
    public async Task<Failure?> FetchAsync(Uri address, string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        using var deadline = new CancellationTokenSource(Options.FetchTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await FollowAsync(address, path, either.Token);
        }
        catch (HttpRequestException error) when (error.InnerException is PrivateAddressException)
        {
            return PrivateAddress();
        }
        catch (HttpRequestException error)
        {
            return new Failure("url.unreachable", $"The address could not be reached ({error.HttpRequestError}).");
        }
        catch (IOException)
        {
            return new Failure("url.broken", "The connection broke before the whole document had come.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Failure(
                "url.timeout",
                $"The document did not come within {Options.FetchTime.TotalSeconds:0} seconds (Outbound__FetchTime)."
            );
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<Failure?> FollowAsync(Uri address, string path, CancellationToken cancellationToken)
    {
        for (var followed = 0; followed <= Options.Redirects; followed++)
        {
            if (!Options.Allows(address))
            {
                return new Failure("url.scheme", $"Every address on the way to the document must be {Options.Expected}.");
            }

            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (
                response.StatusCode is >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest
                && response.Headers.Location is { } next
            )
            {
                address = new Uri(address, next);
                continue;
            }

            return response.IsSuccessStatusCode
                ? await KeepAsync(response, path, cancellationToken)
                : new Failure("url.status", $"The address answered {(int)response.StatusCode}.");
        }

        return new Failure("url.redirects", $"The address redirects more than {Options.Redirects} times (Outbound__Redirects).");
    }

    private async Task<Failure?> KeepAsync(HttpResponseMessage response, string path, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > Options.FetchBytes)
        {
            return TooLarge();
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await BoundedFile.WriteAsync(path, body, Options.FetchBytes, cancellationToken) ? null : TooLarge();
    }

    private Failure TooLarge() =>
        new(
            "url.bytes",
            $"The document at the address is larger than the {Options.FetchBytes} bytes that are accepted (Outbound__FetchBytes)."
        );

    private static Failure PrivateAddress() => new("url.address", "The address leads to a private network and is not called.");
}
