using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;

namespace GroundedDocs.Orchestration.Messages;

/// <summary>A reference to work, never the work itself.</summary>
/// <param name="Run">The run and generation; a message of a purged or older generation is dropped.</param>
/// <param name="Step">The step to do.</param>
/// <param name="Attempt">Counted from 1.</param>
/// <param name="Epoch">Raised by each revival of the step.</param>
public sealed record StepMessage(RunKey Run, StepKey Step, int Attempt = 1, int Epoch = 0);
