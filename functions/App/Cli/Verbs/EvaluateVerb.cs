using System.CommandLine;

namespace GroundedDocs.App.Cli.Verbs;

/// <summary><c>evaluate</c>: what the product is worth on a set of documents whose truth is known.</summary>
internal static class EvaluateVerb
{
    public static Command Create()
    {
        var dataset = new Argument<string>("DATASET") { Description = "A folder with docs.jsonl." };
        var values = CommonOptions.Source("--values", "extracted", "'given' takes the true values and measures grounding alone.");
        var layout = CommonOptions.Source("--layout", "read", "'given' takes the set's own words[] instead of reading the files.");
        var predictions = new Option<string?>("--predictions") { Description = "Scores this file of answers instead of running anything." };
        var output = new Option<string?>("--out") { Description = "Keeps the answers in this file." };
        var columns = new Option<bool>("--fields") { Description = "Adds a table of the fields." };
        var json = new Option<bool>("--json") { Description = "Prints the figures as JSON." };
        var workers = CommonOptions.Workers();
        var verb = new Command("evaluate", "Scores extraction, grounding and reading on a data set.")
        {
            dataset,
            values,
            layout,
            predictions,
            output,
            columns,
            json,
            workers,
        };
        var model = new ModelChoice();
        model.AddTo(verb);
        verb.SetAction(
            (parsed, cancellationToken) =>
                new DatasetEvaluation(
                    parsed.GetValue(dataset)!,
                    model.Read(parsed),
                    parsed.GetValue(values) == "given",
                    parsed.GetValue(layout) == "given",
                    parsed.GetValue(workers)
                )
                {
                    PredictionsPath = parsed.GetValue(predictions),
                    OutPath = parsed.GetValue(output),
                    ShowsColumns = parsed.GetValue(columns),
                    WritesJson = parsed.GetValue(json),
                }.RunAsync(cancellationToken)
        );
        return verb;
    }
}
