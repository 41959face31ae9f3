using GroundedDocs.Orchestration.Running;

namespace GroundedDocs.App.Work;

/// <summary>What the trigger endpoints log: ids and counts, never names, text or values.</summary>
internal static partial class WorkLog
{
    [LoggerMessage(1, LogLevel.Information, "Step {Step} {Index} of {Run}, attempt {Attempt}: {Disposition}.")]
    public static partial void StepEnded(ILogger logger, string step, int index, string run, int attempt, StepDisposition disposition);

    [LoggerMessage(2, LogLevel.Warning, "A message of {Characters} characters is not ours and was dropped.")]
    public static partial void NotOurs(ILogger logger, int characters);

    [LoggerMessage(3, LogLevel.Warning, "Poisoned step {Step} {Index} of {Run}: {Disposition}.")]
    public static partial void StepPoisoned(ILogger logger, string step, int index, string run, StepDisposition disposition);

    [LoggerMessage(4, LogLevel.Information, "Took in a dropped document as submission {Submission} of run {Run}.")]
    public static partial void Dropped(ILogger logger, string submission, string run);

    [LoggerMessage(5, LogLevel.Information, "Swept: {Revived} steps sent again, {Taken} forgotten drops taken in.")]
    public static partial void Swept(ILogger logger, int revived, int taken);

    [LoggerMessage(8, LogLevel.Warning, "A sweep was cut short after {Time}; the next one goes on.")]
    public static partial void SweepCutShort(ILogger logger, TimeSpan time);

    [LoggerMessage(6, LogLevel.Error, "The trigger {Trigger} failed; its message will be delivered again.")]
    public static partial void TriggerFailed(ILogger logger, Exception error, string trigger);

    [LoggerMessage(7, LogLevel.Warning, "The trigger {Trigger} was called by somebody who is not the host.")]
    public static partial void Refused(ILogger logger, string trigger);
}
