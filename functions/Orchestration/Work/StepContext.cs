using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;

namespace GroundedDocs.Orchestration.Work;

/// <summary>What a step is told about itself.</summary>
/// <param name="Generation">The generation it belongs to, as read when the step was started.</param>
/// <param name="Step">Which step it is.</param>
internal sealed record StepContext(GenerationRow Generation, StepKey Step)
{
    /// <summary>The run and generation.</summary>
    public RunKey Run => Generation.Run;
}
