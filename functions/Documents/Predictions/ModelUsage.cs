namespace GroundedDocs.Documents.Predictions;

/// <summary>What a prediction cost at the model's server.</summary>
/// <param name="Calls">Requests that were answered, repeated questions included.</param>
/// <param name="InputTokens">Tokens sent, pictures included, as the server counts them; 0 where it does not say.</param>
/// <param name="OutputTokens">Tokens received, as the server counts them; 0 where it does not say.</param>
/// <param name="ModelTime">Time from request to answer, summed over the calls.</param>
public readonly record struct ModelUsage(int Calls, long InputTokens, long OutputTokens, TimeSpan ModelTime)
{
    /// <summary>All tokens, in and out.</summary>
    public long TotalTokens => InputTokens + OutputTokens;

    /// <summary>What two calls cost together.</summary>
    public static ModelUsage operator +(ModelUsage left, ModelUsage right) => left.Add(right);

    /// <summary>What this and <paramref name="other"/> cost together.</summary>
    public ModelUsage Add(ModelUsage other) =>
        new(Calls + other.Calls, InputTokens + other.InputTokens, OutputTokens + other.OutputTokens, ModelTime + other.ModelTime);
}
