using GroundedDocs.Orchestration.Steps;

namespace GroundedDocs.Orchestration.Deciding;

/// <summary>Decides what a run needs next. No I/O and no clock, so that it can be replayed and tested as a table.</summary>
internal static class Decider
{
    /// <summary>
    /// The steps to send messages for. A step that was given up ends the run, except one page or window of many: those are
    /// listed in the result. The end is always a publish, of the result or of the failure.
    /// </summary>
    public static IReadOnlyList<StepKey> Decide(RunHistory history)
    {
        if (history.Publish == StepProgress.Done)
        {
            return [.. history.Notifications.Select(submission => new StepKey(StepKind.Notify, Submission: submission))];
        }

        if (history.Split != StepProgress.Done)
        {
            return Once(history.Split, StepKind.Split, history);
        }

        if (!history.Reads.IsSettled)
        {
            return [.. history.Reads.Missing.Select(page => new StepKey(StepKind.Read, page))];
        }

        if (history.Plan != StepProgress.Done)
        {
            return Once(history.Plan, StepKind.Plan, history);
        }

        if (!history.Extracts.IsSettled)
        {
            return [.. history.Extracts.Missing.Select(window => new StepKey(StepKind.Extract, window))];
        }

        return history.Ground != StepProgress.Done ? Once(history.Ground, StepKind.Ground, history) : Publish(history);
    }

    private static StepKey[] Once(StepProgress progress, StepKind kind, RunHistory history) =>
        progress switch
        {
            StepProgress.Missing => [new StepKey(kind)],
            StepProgress.Failed => Publish(history),
            _ => [],
        };

    private static StepKey[] Publish(RunHistory history) => history.Publish == StepProgress.Missing ? [new StepKey(StepKind.Publish)] : [];
}
