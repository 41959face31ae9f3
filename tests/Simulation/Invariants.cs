using System.Text.Json.Nodes;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.Tests.Simulation;

/// <summary>What must be true once nothing is left to do.</summary>
internal static class Invariants
{
    /// <summary>Requests of a run apart from its pages: submit, split, plan, ground, publish, notify, sweeps.</summary>
    private const int OperationsARun = 600;

    /// <summary>Requests a page, with kills, faults, duplicates, and claims and leases that are renewed for as long as the work takes.</summary>
    private const int OperationsAPage = 150;

    /// <summary>Requests of a sweep that finds nothing: a listing for each shard of open runs, and what retention looks at.</summary>
    private const int OperationsASweep = 50;

    public static void Check(Simulation simulation)
    {
        var world = simulation.World;
        Require(world.Queues.NextVisibleAt is null, "A message is left.");
        var pages = simulation.Handovers.Sum(handover => handover.Pages);
        var work = (OperationsARun * simulation.Handovers.Count) + (OperationsAPage * pages);
        var bound = work + (OperationsASweep * simulation.Sweeps);
        Require(
            world.StorageOperations <= bound,
            $"{world.StorageOperations} requests to storage for {pages} pages and {simulation.Sweeps} sweeps."
        );
        foreach (var handover in simulation.Handovers)
        {
            CheckResult(simulation, handover);
        }
    }

    /// <summary>
    /// What must be true when something is written that may be there already: steps write their results once, and a result file appears
    /// only after everything that belongs to it.
    /// </summary>
    public static void CheckWrite(Simulation simulation, BlobName name)
    {
        Require(name.Container != StorageNames.Work, $"Intermediate work is written over: {name}.");
        var handover = simulation.Handovers.FirstOrDefault(each => each.Request.ResultName + ".json" == name.Path);
        if (handover is null)
        {
            return;
        }

        var tables = simulation.World.Tables;
        var row = tables.GetAsync(StorageNames.SubmissionTable, handover.Request.Owner, handover.Request.Id!, default).Result;
        var run = RunKey.TryParse(row?.Text("Run"))!.Value;
        var isComplete = Enumerable
            .Range(1, run.Generation)
            .Any(generation =>
                tables.GetAsync(StorageNames.RunTable, run.RunId, $"g{generation:D5}", default).Result?.Text("Status")
                    == nameof(RunStatus.Completed)
                && Count(simulation, StorageNames.FieldTable, (run with { Generation = generation }).ToString()) == handover.Pages
            );
        Require(isComplete, "A result file is written before its run is complete.");
    }

    private static void CheckCalm(Simulation simulation, RunKey run)
    {
        foreach (var step in new StepLedger(simulation.World.Tables, simulation.Limits).ListAllAsync(run, default).Result)
        {
            Require(
                step.Starts == step.Failures + 1 && step.Crashes == 0,
                $"Nothing happened, and yet the step '{step.Key.KindName}' was started {step.Starts} times."
            );
        }
    }

    private static void CheckResult(Simulation simulation, Simulation.Handover handover)
    {
        var tables = simulation.World.Tables;
        var row = tables.GetAsync(StorageNames.SubmissionTable, handover.Request.Owner, handover.Request.Id!, default).Result;
        Require(row is not null, "A submission is lost.");
        Require(
            row!.Text("Status") == nameof(SubmissionStatus.Completed),
            $"A submission ended as {row.Text("Status")}: {row.Text("FailureMessage")}"
        );
        var run = RunKey.TryParse(row.Text("Run"))!.Value;

        var file = Read(simulation, new BlobName(StorageNames.Results, handover.Request.ResultName + ".json"));
        Require(file is not null, "A result file is missing.");
        var prediction = JsonNode.Parse(file!)!;
        Require((string?)prediction["id"] == handover.Request.Id, "A result file belongs to another submission.");
        var words = prediction["response"]!["words"]!.AsArray().Select(word => (string)word!["text"]!).ToArray();
        Require(words.SequenceEqual(handover.ExpectedWords), $"Pages are incomplete or out of order: {string.Join(' ', words)}");
        Require(prediction["errors"]!.AsArray().Count == 0, "A page failed although it could be read.");

        var head = tables.GetAsync(StorageNames.RunTable, run.RunId, "head", default).Result;
        Require(head is not null, "A run has no head.");
        Require(Count(simulation, StorageNames.FieldTable, run.ToString()) == handover.Pages, "Rows of fields are missing or left over.");
        var generation = tables.GetAsync(StorageNames.RunTable, run.RunId, $"g{run.Generation:D5}", default).Result;
        Require(generation?.Text("Status") == nameof(RunStatus.Completed), "A result belongs to a generation that is not complete.");
        CheckWebhook(simulation, handover, row.Text("Webhook"));
        if (simulation.World.IsCalm)
        {
            CheckCalm(simulation, run);
        }
    }

    private static void CheckWebhook(Simulation simulation, Simulation.Handover handover, string? state)
    {
        if (handover.Request.CallbackUrl is null)
        {
            return;
        }

        var deliveries = simulation
            .Received.Where(delivery => delivery.Key.StartsWith(handover.Request.Id!, StringComparison.Ordinal))
            .ToArray();
        Require(deliveries.Length > 0, "A webhook was never delivered.");
        Require(deliveries.Length == 1, "A webhook was delivered under two ids.");
        Require(deliveries[0].Value.Distinct(StringComparer.Ordinal).Count() == 1, "Repeated webhooks differ.");
        Require(state == nameof(WebhookState.Delivered), $"A delivered webhook is {state}.");
    }

    private static byte[]? Read(Simulation simulation, BlobName name) => simulation.World.Blobs.ReadAsync(name, default).Result?.ToArray();

    private static int Count(Simulation simulation, string table, string partition)
    {
        var count = 0;
        var rows = simulation.World.Tables.ListAsync(table, partition, "", default).GetAsyncEnumerator();
        while (rows.MoveNextAsync().AsTask().Result)
        {
            count++;
        }

        return count;
    }

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvariantException(what);
        }
    }
}
