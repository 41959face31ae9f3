using System.Net;
using System.Net.Sockets;

namespace GroundedDocs.Adapters.VisionModel;

/// <summary>How to reach the model server and what to ask of it.</summary>
public sealed record VisionModelOptions
{
    /// <summary>The server's API root, such as <c>http://model/v1</c>; null when there is no model.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The model's name as the server knows it.</summary>
    public string Model { get; init; } = "";

    /// <summary>The server's key; empty when it needs none or a managed identity is used.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>The token scope to sign in with the app's managed identity, such as <c>https://cognitiveservices.azure.com/.default</c>; empty for none.</summary>
    public string IdentityScope { get; init; } = "";

    /// <summary>The kind of model.</summary>
    public ModelFamily Family { get; init; }

    /// <summary>Requests under way at once from this process.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>Pages in one request.</summary>
    public int WindowPages { get; init; } = 1;

    /// <summary>Scalar fields in one request; wider schemas are asked for in groups.</summary>
    public int FieldsPerCall { get; init; } = 40;

    /// <summary>Tokens of one answer.</summary>
    public int MaxOutputTokens { get; init; } = 8192;

    /// <summary>Pixels of a picture at low detail.</summary>
    public int LowDetailPixels { get; init; } = 400_000;

    /// <summary>Pixels of a picture at automatic detail.</summary>
    public int AutoDetailPixels { get; init; } = 1_200_000;

    /// <summary>Pixels of the largest picture the server takes; high detail uses it.</summary>
    public int MaxImagePixels { get; init; } = 2_400_000;

    /// <summary>How long one answer may take.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long a server may be unreachable before it counts as broken rather than starting: pulling an image and loading weights takes minutes.</summary>
    public TimeSpan StartupPatience { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>Tokens, in and out, that this process may use in a day (UTC); 0 for no bound.</summary>
    public long DailyTokenBudget { get; init; }

    /// <summary>Whether a model is configured at all.</summary>
    public bool IsConfigured => Endpoint is not null;

    /// <summary>What is wrong with the settings, each naming the setting and what it should be; empty when all is well.</summary>
    public IEnumerable<string> Problems()
    {
        if (Endpoint is null)
        {
            yield break;
        }

        if (!Endpoint.IsAbsoluteUri || Endpoint.Scheme is not ("http" or "https"))
        {
            yield return "VisionModel__Endpoint must be an absolute http or https address.";
        }
        else if (Endpoint.Scheme == "http" && !IsPrivate(Endpoint))
        {
            yield return "VisionModel__Endpoint must be https, because its address is public and pages are confidential.";
        }

        if (string.IsNullOrWhiteSpace(Model))
        {
            yield return "VisionModel__Model must name the model as the server knows it.";
        }

        if (ApiKey.Length > 0 && IdentityScope.Length > 0)
        {
            yield return "VisionModel__ApiKey and VisionModel__IdentityScope exclude each other.";
        }

        foreach (var (name, value, least, most) in Ranges().Where(range => range.Value < range.Least || range.Value > range.Most))
        {
            yield return FormattableString.Invariant($"VisionModel__{name} is {value}; it must lie between {least} and {most}.");
        }

        if (LowDetailPixels > AutoDetailPixels || AutoDetailPixels > MaxImagePixels)
        {
            yield return "VisionModel__LowDetailPixels, AutoDetailPixels and MaxImagePixels must not decrease in this order.";
        }
    }

    private IEnumerable<(string Name, double Value, double Least, double Most)> Ranges() =>
        [
            (nameof(Concurrency), Concurrency, 1, 256),
            (nameof(WindowPages), WindowPages, 1, 16),
            (nameof(FieldsPerCall), FieldsPerCall, 1, 500),
            (nameof(MaxOutputTokens), MaxOutputTokens, 256, 131_072),
            (nameof(LowDetailPixels), LowDetailPixels, 50_000, 50_000_000),
            (nameof(MaxImagePixels), MaxImagePixels, 50_000, 50_000_000),
            ("RequestTimeout (seconds)", RequestTimeout.TotalSeconds, 1, 3600),
            ("StartupPatience (seconds)", StartupPatience.TotalSeconds, 0, 86_400),
            (nameof(DailyTokenBudget), DailyTokenBudget, 0, 1e15),
        ];

    /// <summary>A name without a dot is resolved inside the cluster or compose network; literal addresses are judged by their range.</summary>
    private static bool IsPrivate(Uri endpoint)
    {
        var host = endpoint.IdnHost.Trim('[', ']');
        if (!IPAddress.TryParse(host, out var address))
        {
            return endpoint.IsLoopback || !host.Contains('.') || host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase);
        }

        var bytes = address.MapToIPv6().GetAddressBytes();
        return IPAddress.IsLoopback(address)
            || address.IsIPv6UniqueLocal
            || (address.AddressFamily == AddressFamily.InterNetwork && IsPrivateRange(bytes[12], bytes[13]));
    }

    private static bool IsPrivateRange(byte first, byte second) =>
        first == 10 || (first == 172 && second is >= 16 and < 32) || (first == 192 && second == 168);
}
