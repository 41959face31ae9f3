using GroundedDocs.Orchestration.Runs;

namespace GroundedDocs.App.Api.Generation;

/// <summary>A prediction that somebody asks for; everything about it but the bytes has been checked.</summary>
/// <param name="Owner">Whose it will be.</param>
/// <param name="Run">What to do.</param>
/// <param name="Source">Where the bytes are.</param>
/// <param name="Fingerprint">Of the request's body.</param>
internal sealed record WantedPrediction(string Owner, RunRequest Run, WantedSource Source, string Fingerprint)
{
    /// <summary>Where the finished prediction is posted to.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>Whether to work again even if the same was done before.</summary>
    public bool Force { get; init; }

    /// <summary>Whether the caller waits for the result.</summary>
    public bool WaitsForResult { get; init; }
}
