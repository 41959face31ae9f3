using GroundedDocs.Documents.Values;

namespace GroundedDocs.Adapters.VisionModel.Answers;

/// <summary>A part of an answer that cannot be used.</summary>
/// <param name="Path">The field, array or object.</param>
/// <param name="Reason">Why, in a few words that hold no document text.</param>
public sealed record AnswerProblem(FieldPath Path, string Reason)
{
    /// <summary>For a list that broke off: how many complete rows it had; null for other problems.</summary>
    public int? CompleteRows { get; init; }
}
