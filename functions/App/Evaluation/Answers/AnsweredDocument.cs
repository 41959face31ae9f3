namespace GroundedDocs.App.Evaluation.Answers;

/// <summary>What a run says about one document.</summary>
/// <param name="Id">The document.</param>
/// <param name="Answers">Every scalar that is not null, in the response's order; none when the document failed.</param>
/// <param name="IsError">Whether the document failed.</param>
/// <param name="Milliseconds">How long it took; null when unknown.</param>
internal sealed record AnsweredDocument(string Id, IReadOnlyList<Answer> Answers, bool IsError, double? Milliseconds)
{
    /// <summary>What it cost; null when the answer does not say.</summary>
    public AnswerCost? Cost { get; init; }
}
