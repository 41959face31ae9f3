using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using GroundedDocs.Documents.Metering;
using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Runs;

namespace GroundedDocs.Orchestration.Running;

/// <summary>Traces and metrics of steps and jobs: ids, kinds and counts, never names or document text.</summary>
public static class FlowTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "GroundedDocs";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> StepSeconds = Meter.CreateHistogram<double>("groundeddocs.step.duration", "s");
    private static readonly Histogram<double> QueueSeconds = Meter.CreateHistogram<double>("groundeddocs.queue.wait", "s");
    private static readonly Histogram<double> JobSeconds = Meter.CreateHistogram<double>("groundeddocs.job.duration", "s");
    private static readonly Counter<long> Retries = Meter.CreateCounter<long>("groundeddocs.step.retries");
    private static readonly Counter<long> Poisoned = Meter.CreateCounter<long>("groundeddocs.step.poisoned");
    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>("groundeddocs.model.tokens", "{token}");
    private static readonly Counter<double> ModelSeconds = Meter.CreateCounter<double>("groundeddocs.model.time", "s");
    private static readonly Counter<long> Pages = Meter.CreateCounter<long>("groundeddocs.pages", "{page}");
    private static readonly Counter<long> Storage = Meter.CreateCounter<long>("groundeddocs.storage.operations", "{operation}");
    private static readonly Counter<double> Costs = Meter.CreateCounter<double>("groundeddocs.cost");

    /// <summary>
    /// Opens the trace of one step message; null when nobody listens. All steps of a run share a trace, whose id is the run's: nobody has to
    /// carry it along.
    /// </summary>
    internal static Activity? Start(StepMessage message)
    {
        var activity = Source.StartActivity(message.Step.KindName, ActivityKind.Consumer, ContextOf(message.Run));
        activity?.SetTag("groundeddocs.run", message.Run.ToString());
        activity?.SetTag("groundeddocs.index", message.Step.Index);
        activity?.SetTag("groundeddocs.attempt", message.Attempt);
        return activity;
    }

    /// <summary>Counts how a step message ended.</summary>
    internal static void Ended(Activity? activity, StepMessage message, StepDisposition disposition, TimeSpan duration)
    {
        activity?.SetTag("groundeddocs.disposition", disposition.ToString());
        activity?.SetStatus(disposition == StepDisposition.GivenUp ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
        var step = Tag("step", message.Step.KindName);
        StepSeconds.Record(duration.TotalSeconds, step, Tag("disposition", disposition.ToString()));
        if (disposition == StepDisposition.Retried)
        {
            Retries.Add(1, step);
        }
    }

    /// <summary>Counts a message that was delivered too often.</summary>
    internal static void CountPoisoned(StepMessage message) =>
        Poisoned.Add(1, new KeyValuePair<string, object?>("step", message.Step.KindName));

    /// <summary>Counts what a step used up.</summary>
    internal static void Used(string step, WorkUsage usage)
    {
        Tokens.Add(usage.Model.InputTokens, Tag("direction", "input"));
        Tokens.Add(usage.Model.OutputTokens, Tag("direction", "output"));
        ModelSeconds.Add(usage.Model.ModelTime.TotalSeconds);
        Pages.Add(usage.Pages, Tag("reading", "any"));
        Pages.Add(usage.RecognizedPages, Tag("reading", "recognized"));
        Pages.Add(usage.ServicePages, Tag("reading", "service"));
        Storage.Add(usage.StorageOperations, Tag("step", step));
    }

    /// <summary>Counts what a finished run cost.</summary>
    internal static void Paid(Cost cost) => Costs.Add((double)cost.Amount, Tag("currency", cost.Currency));

    /// <summary>Records how long a finished job took, once, by whoever finishes it.</summary>
    internal static void Finished(GenerationRow generation)
    {
        var duration = (generation.FinishedAt ?? generation.CreatedAt) - generation.CreatedAt;
        JobSeconds.Record(duration.TotalSeconds, Tag("status", generation.Status.ToString()));
    }

    /// <summary>Records how long a step's message lay in its queue.</summary>
    public static void Waited(StepMessage message, TimeSpan wait)
    {
        ArgumentNullException.ThrowIfNull(message);
        QueueSeconds.Record(Math.Max(0, wait.TotalSeconds), Tag("step", message.Step.KindName));
    }

    private static ActivityContext ContextOf(RunKey run) =>
        new(
            ActivityTraceId.CreateFromString(run.RunId),
            ActivitySpanId.CreateFromString(run.Generation.ToString("x16", CultureInfo.InvariantCulture)),
            ActivityTraceFlags.Recorded
        );

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
