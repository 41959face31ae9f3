using GroundedDocs.Documents.Metering;
using GroundedDocs.Orchestration.Serialization;
using GroundedDocs.Orchestration.Steps;

namespace GroundedDocs.Orchestration.Results;

/// <summary>What a run has used up so far, all attempts included.</summary>
/// <param name="Total">Everything together.</param>
/// <param name="Pages">What reading and extracting each page used up; a window's share is the same for each of its pages.</param>
/// <param name="LostAttempts">Attempts whose process ended before they could say what they used up.</param>
internal sealed record RunUsage(WorkUsage Total, IReadOnlyDictionary<int, WorkUsage> Pages, int LostAttempts)
{
    /// <summary>Nothing.</summary>
    public static RunUsage None { get; } = new(default, new Dictionary<int, WorkUsage>(), 0);

    /// <summary>Adds up what the steps' rows say.</summary>
    public static RunUsage Of(IReadOnlyList<StepRow> steps, ExtractionPlan? plan)
    {
        var pages = new Dictionary<int, WorkUsage>();
        foreach (var step in steps)
        {
            var worked = PagesOf(step.Key, plan);
            for (var i = 0; i < worked.Count; i++)
            {
                pages[worked[i]] = pages.GetValueOrDefault(worked[i]) + step.Usage.Share(i, worked.Count);
            }
        }

        return new RunUsage(steps.Aggregate(default(WorkUsage), (sum, step) => sum + step.Usage), pages, steps.Sum(step => step.Crashes));
    }

    private static IReadOnlyList<int> PagesOf(StepKey step, ExtractionPlan? plan) =>
        step.Kind switch
        {
            StepKind.Read => [step.Index],
            StepKind.Extract when step.Index <= plan?.Windows.Count => plan.Windows[step.Index - 1],
            _ => [],
        };
}
