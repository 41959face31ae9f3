using GroundedDocs.Documents.Predictions;

namespace GroundedDocs.Adapters.VisionModel.Answers;

/// <summary>What an answer says, after it was held against the schema.</summary>
/// <param name="Fields">The usable values that are not null, in the schema's order.</param>
/// <param name="Problems">What cannot be used, or is missing because the answer broke off.</param>
public sealed record AnswerReading(IReadOnlyList<PredictedField> Fields, IReadOnlyList<AnswerProblem> Problems);
