using GroundedDocs.Documents;
using GroundedDocs.Orchestration.Steps;

namespace GroundedDocs.Orchestration.Work;

/// <summary>The work of one kind of step. It may be done twice, at the same time even: the first result is kept.</summary>
internal interface IStepWork
{
    /// <summary>Which steps it does.</summary>
    StepKind Kind { get; }

    /// <summary>Does the work, or says why it cannot be done.</summary>
    Task<Result<StepProduct>> RunAsync(StepContext context, CancellationToken cancellationToken);
}
