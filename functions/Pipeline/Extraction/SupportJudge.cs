using GroundedDocs.Documents.Predictions;

namespace GroundedDocs.Pipeline.Extraction;

/// <summary>Weighs what speaks for a value into one probability.</summary>
internal static class SupportJudge
{
    /// <summary>How likely a value with these grounds is right, 0..1.</summary>
    public static double Probability(ValueSupport support) => support.Score;
}
