namespace GroundedDocs.Adapters.VisionModel.Server;

/// <summary>What a server has not refused so far. Each refusal takes one ability away; then the request is sent again without it.</summary>
/// <param name="Output">How the form of the answer is asked for.</param>
/// <param name="TakesImages">Whether page pictures are sent; without them the model reads the recognised text alone.</param>
/// <param name="GivesLogProbabilities">Whether token probabilities are asked for.</param>
/// <param name="TakesTemperature">Whether the temperature may be set; reasoning models fix their own.</param>
public sealed record ServerCapabilities(OutputForm Output, bool TakesImages, bool GivesLogProbabilities, bool TakesTemperature)
{
    /// <summary>Everything: where every server begins.</summary>
    public static ServerCapabilities All { get; } = new(OutputForm.JsonSchema, true, true, true);

    /// <summary>
    /// What is left after the server refused a request as malformed, or null when nothing is left to take away. The error's text says
    /// which part it dislikes; where it does not, the parts that servers most often lack go first.
    /// </summary>
    public ServerCapabilities? After(string error)
    {
        ArgumentNullException.ThrowIfNull(error);
        if (GivesLogProbabilities && Mentions(error, "logprob"))
        {
            return this with { GivesLogProbabilities = false };
        }

        if (TakesTemperature && Mentions(error, "temperature"))
        {
            return this with { TakesTemperature = false };
        }

        if (TakesImages && (Mentions(error, "image") || Mentions(error, "multimodal") || Mentions(error, "multi-modal")))
        {
            return this with { TakesImages = false };
        }

        return Output != OutputForm.Text ? this with { Output = Output + 1 }
            : GivesLogProbabilities ? this with { GivesLogProbabilities = false }
            : null;
    }

    /// <summary>Whether the server refused the length of the request rather than its form.</summary>
    public static bool IsTooLong(string error) =>
        Mentions(error, "context length") || Mentions(error, "context size") || Mentions(error, "too many tokens");

    private static bool Mentions(string error, string word) => error.Contains(word, StringComparison.OrdinalIgnoreCase);
}
