using GroundedDocs.Documents;

namespace GroundedDocs.Adapters.VisionModel.Server;

/// <summary>Carries a failure out of the HTTP pipeline, which knows exceptions only; caught where the request was sent.</summary>
/// <param name="failure">Why the answer is not one.</param>
public sealed class ModelProtocolException(Failure failure) : Exception(failure?.Message)
{
    /// <summary>Why the answer is not one.</summary>
    public Failure Failure { get; } = failure;
}
