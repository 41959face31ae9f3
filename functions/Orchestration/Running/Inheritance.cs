using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Orchestration.Work;

namespace GroundedDocs.Orchestration.Running;

/// <summary>
/// Finds the result of a step in the generation that is inherited from. Reading depends on the content alone; extraction also on schema
/// and options, which only generations of one run share, and on the pages of the window: a page that could not be read before shifts the
/// windows after it.
/// </summary>
internal sealed class Inheritance(WorkStore work)
{
    public async Task<ReadOnlyMemory<byte>?> FindAsync(GenerationRow generation, StepKey step, CancellationToken cancellationToken)
    {
        if (generation.Inherits is not { } earlier)
        {
            return null;
        }

        var inherited = step.Kind switch
        {
            StepKind.Read => step,
            StepKind.Extract when earlier.RunId == generation.Run.RunId => await SameWindowAsync(
                generation.Run,
                earlier,
                step.Index,
                cancellationToken
            ),
            _ => (StepKey?)null,
        };
        return inherited is { } found ? await work.Blobs.ReadAsync(WorkBlobs.StepResult(earlier, found), cancellationToken) : null;
    }

    private async Task<StepKey?> SameWindowAsync(RunKey run, RunKey earlier, int window, CancellationToken cancellationToken)
    {
        if (
            !(await work.PlanAsync(run, cancellationToken)).TryGet(out var plan, out _)
            || !(await work.PlanAsync(earlier, cancellationToken)).TryGet(out var earlierPlan, out _)
            || plan.SchemaJson != earlierPlan.SchemaJson
        )
        {
            return null;
        }

        var pages = plan.Windows[window - 1];
        for (var index = 0; index < earlierPlan.Windows.Count; index++)
        {
            if (earlierPlan.Windows[index].SequenceEqual(pages))
            {
                return new StepKey(StepKind.Extract, index + 1);
            }
        }

        return null;
    }
}
