namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>A sum of small regression trees that gives the log odds of a field being right; every leaf can be read in the calibration file.</summary>
/// <param name="Bias">Log odds before any tree is asked.</param>
/// <param name="Trees">The trees; the order does not matter.</param>
public sealed record ConfidenceModel(double Bias, IReadOnlyList<TreeNode> Trees)
{
    /// <summary>The probability, 0..1, that value and box are right.</summary>
    public double Probability(ConfidenceFeatures features)
    {
        ArgumentNullException.ThrowIfNull(features);
        var logOdds = Bias;
        foreach (var tree in Trees)
        {
            logOdds += tree.Answer(features);
        }

        return 1 / (1 + Math.Exp(-logOdds));
    }
}
