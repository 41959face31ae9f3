namespace GroundedDocs.App.Evaluation;

/// <summary>An answer that says what a true field says.</summary>
/// <param name="Candidate">The answer.</param>
/// <param name="Overlap">How well its boxes cover the best of the true places, 0..1.</param>
internal sealed record Match(Candidate Candidate, double Overlap);
