using GroundedDocs.Pipeline.Grounding.Candidates;

namespace GroundedDocs.Pipeline.Grounding.Assignment;

/// <summary>A candidate as seen by one field.</summary>
/// <param name="Candidate">The place and how well its text fits.</param>
/// <param name="Label">How strongly the words around it announce the field, 0..1.</param>
/// <param name="Score">Everything together; higher is better, only differences between candidates of a document count.</param>
internal sealed record FieldCandidate(Candidate Candidate, double Label, double Score);
