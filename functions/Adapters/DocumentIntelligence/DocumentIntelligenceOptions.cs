namespace GroundedDocs.Adapters.DocumentIntelligence;

/// <summary>How to reach Azure AI Document Intelligence.</summary>
public sealed record DocumentIntelligenceOptions
{
    /// <summary>The resource's address, such as <c>https://name.cognitiveservices.azure.com</c>; null when the service is not used.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The resource's key; empty to sign in with the app's managed identity.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>Which pages go to the service.</summary>
    public DocumentIntelligenceUse Use { get; init; }

    /// <summary>How long one page may take from submission to answer.</summary>
    public TimeSpan PageTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether the service is configured at all.</summary>
    public bool IsConfigured => Endpoint is not null;

    /// <summary>What is wrong with the settings, each naming the setting and what it should be; empty when all is well.</summary>
    public IEnumerable<string> Problems()
    {
        if (Endpoint is null)
        {
            yield break;
        }

        if (!Endpoint.IsAbsoluteUri || (Endpoint.Scheme != "https" && !Endpoint.IsLoopback))
        {
            yield return "DocumentIntelligence__Endpoint must be an absolute https address.";
        }

        if (PageTimeout < TimeSpan.FromSeconds(5) || PageTimeout > TimeSpan.FromMinutes(10))
        {
            yield return "DocumentIntelligence__PageTimeout must lie between 5 seconds and 10 minutes.";
        }
    }
}
