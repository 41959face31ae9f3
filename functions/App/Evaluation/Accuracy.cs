namespace GroundedDocs.App.Evaluation;

/// <summary>Precision and recall.</summary>
/// <param name="Hits">Right answers.</param>
/// <param name="Answered">All answers.</param>
/// <param name="Wanted">All true values.</param>
internal sealed record Accuracy(int Hits, int Answered, int Wanted)
{
    /// <summary>Share of the answers that are right, 0..1; 0 without answers.</summary>
    public double Precision => Answered > 0 ? (double)Hits / Answered : 0;

    /// <summary>Share of the true values that were answered, 0..1; 0 without any.</summary>
    public double Recall => Wanted > 0 ? (double)Hits / Wanted : 0;

    /// <summary>Harmonic mean of the two.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;
}
