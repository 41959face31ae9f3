using GroundedDocs.Adapters.VisionModel.Answers;
using GroundedDocs.Documents.Predictions;

namespace GroundedDocs.Adapters.VisionModel.Server;

/// <summary>One answer of the model.</summary>
/// <param name="Content">What it wrote, as UTF-8.</param>
/// <param name="Probabilities">Its tokens' probabilities, where the server gave them.</param>
/// <param name="Usage">What it cost.</param>
public sealed record ModelAnswer(byte[] Content, TokenProbabilities? Probabilities, ModelUsage Usage);
