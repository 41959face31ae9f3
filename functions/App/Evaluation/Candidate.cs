using GroundedDocs.App.Evaluation.Answers;

namespace GroundedDocs.App.Evaluation;

/// <summary>An answer, and whether a true value has taken it.</summary>
internal sealed class Candidate(Answer answer)
{
    public Answer Answer => answer;

    public bool IsTaken { get; set; }
}
