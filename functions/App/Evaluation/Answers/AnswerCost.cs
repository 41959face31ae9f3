namespace GroundedDocs.App.Evaluation.Answers;

/// <summary>What an answer says that it cost.</summary>
/// <param name="Amount">In units of the currency.</param>
/// <param name="Currency">The currency.</param>
/// <param name="Pages">Pages that were worked on for it.</param>
internal sealed record AnswerCost(decimal Amount, string Currency, int Pages);
