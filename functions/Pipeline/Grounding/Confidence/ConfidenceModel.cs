namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>Trees that each say how likely a field is right; their mean is the probability. Every leaf can be read in the calibration file.</summary>
/// <param name="Trees">The trees; the order does not matter. Without any, nothing is known: a half.</param>
public sealed record ConfidenceModel(IReadOnlyList<TreeNode> Trees)
{
    private readonly Lazy<FlatTrees> flat = new(() => new FlatTrees(Trees));

    /// <summary>The probability, 0..1, that value and box are right.</summary>
    public double Probability(ConfidenceFeatures features)
    {
        ArgumentNullException.ThrowIfNull(features);
        return Trees.Count > 0 ? flat.Value.Answer(features) : ConfidenceFeatures.Unknown;
    }
}
