namespace GroundedDocs.Adapters.Outbound;

/// <summary>Where requests to addresses that callers name may go, and how much they may bring; section <c>Outbound</c>.</summary>
public sealed record OutboundOptions
{
    /// <summary>Whether plain http is allowed beside https.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>Whether this machine and private networks may be called: for trying things out on a laptop only. It allows http too.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>Redirects that are followed; each is checked like the first address.</summary>
    public int Redirects { get; init; } = 5;

    /// <summary>Bytes of one fetched document: what one uploaded file may have.</summary>
    public long FetchBytes { get; init; } = 200L * 1024 * 1024;

    /// <summary>Time for fetching one document, redirects and slow senders included.</summary>
    public TimeSpan FetchTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What an address must be, in words.</summary>
    public string Expected => IsHttpAllowed ? "an absolute http or https address" : "an absolute https address";

    private bool IsHttpAllowed => AllowHttp || AllowPrivateAddresses;

    /// <summary>Whether an address has a scheme that may be called, and no credentials in it.</summary>
    public bool Allows(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.IsAbsoluteUri
            && address.UserInfo.Length == 0
            && address.Host.Length > 0
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsHttpAllowed));
    }

    /// <summary>What is wrong with the settings, each with its name.</summary>
    public IEnumerable<string> Problems()
    {
        if (Redirects is < 0 or > 20)
        {
            yield return $"Outbound__Redirects is {Redirects}; it should be from 0 to 20.";
        }

        if (FetchBytes < 1 || FetchTime <= TimeSpan.Zero)
        {
            yield return "Outbound__FetchBytes and Outbound__FetchTime should be above zero.";
        }
    }
}
