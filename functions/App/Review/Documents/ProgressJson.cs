using System.Text.Json.Nodes;
using GroundedDocs.Orchestration.Jobs;
using GroundedDocs.Orchestration.Steps;

namespace GroundedDocs.App.Review.Documents;

/// <summary>How far a document is: each step that exists once by its state, the reading and extracting page by page.</summary>
internal static class ProgressJson
{
    private const string NotBegun = "none";

    /// <summary>The progress of a job; without one nothing has begun.</summary>
    public static JsonObject Write(string state, JobDetail? job)
    {
        var steps = job?.Steps ?? [];
        var byKind = steps.ToLookup(step => step.Key.Kind);
        var written = new JsonObject
        {
            ["state"] = state,
            ["pages"] = CountOf(byKind[StepKind.Split]),
            ["windows"] = CountOf(byKind[StepKind.Plan]),
            ["read"] = Series(byKind[StepKind.Read]),
            ["extract"] = Series(byKind[StepKind.Extract]),
            ["failures"] = new JsonArray([
                .. steps.Where(step => step is { State: StepState.Failed, Failure: not null }).Select(FailureOf),
            ]),
        };
        foreach (var kind in (StepKind[])[StepKind.Split, StepKind.Plan, StepKind.Ground, StepKind.Publish])
        {
            written[StepKey.NameOf(kind)] = byKind[kind].Select(StateOf).FirstOrDefault() ?? NotBegun;
        }

        return written;
    }

    private static int? CountOf(IEnumerable<StepRow> step) => step.FirstOrDefault() is { State: StepState.Done } done ? done.Count : null;

    /// <summary>States by index; what no row speaks of yet has not begun.</summary>
    private static JsonArray Series(IEnumerable<StepRow> rows)
    {
        var states = new List<string>();
        foreach (var row in rows.Where(row => row.Key.Index > 0).OrderBy(row => row.Key.Index))
        {
            while (states.Count < row.Key.Index - 1)
            {
                states.Add(NotBegun);
            }

            states.Add(StateOf(row));
        }

        return new JsonArray([.. states.Select(state => JsonValue.Create(state))]);
    }

    private static JsonNode FailureOf(StepRow step) =>
        new JsonObject
        {
            ["step"] = step.Key.KindName,
            ["page"] = step.Key.Index,
            ["message"] = step.Failure!.Message,
        };

    private static string StateOf(StepRow step) => step.State.ToString().ToLowerInvariant();
}
