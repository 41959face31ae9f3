using System.Text;
using GroundedDocs.App.Evaluation.Truth;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Values;
using GroundedDocs.Pipeline.Grounding;

namespace GroundedDocs.Benchmarks.Grounding;

/// <summary>Grounds the true values of data sets in all scenarios and writes the table of results.</summary>
internal static class ScenarioRun
{
    private const int Seed = 7;
    private const double Jitter = 0.05;
    private static readonly Provenance Truth = new("truth", "1", "");

    /// <summary>Reads the sets in the folder, prints the tables and writes them into the results file.</summary>
    public static async Task<int> RunAsync(string dataFolder, string cacheFolder, string resultsFile)
    {
        using var reader = new SetReader(cacheFolder);
        var sets = new List<(string Name, IReadOnlyList<SetDocument> Documents)>();
        foreach (
            var folder in Directory
                .GetDirectories(dataFolder)
                .Where(f => File.Exists(Path.Combine(f, "docs.jsonl")))
                .Order(StringComparer.Ordinal)
        )
        {
            sets.Add((Path.GetFileName(folder), await reader.ReadAsync(folder)));
            if (SetReader.Transcribed(folder) is { Count: > 0 } transcribed)
            {
                sets.Add(($"{Path.GetFileName(folder)}, given layout", transcribed));
            }
        }

        var report = Write(sets);
        Console.Write(report);
        ResultsFile.Replace(resultsFile, "grounding-scenarios", report);
        return 0;
    }

    private static string Write(List<(string Name, IReadOnlyList<SetDocument> Documents)> sets)
    {
        var report = new StringBuilder(
            "| set | scenario | fields | IoU ≥ 0.5 | one place only | mAP .5:.95 | with a box |\n|---|---|---|---|---|---|---|\n"
        );
        foreach (var (name, documents) in sets)
        {
            foreach (var scenario in Enum.GetValues<Scenario>().Where(s => s != Scenario.Foreign))
            {
                report.AppendLine($"| {name} | {scenario} | {Score(documents, scenario).Places} |");
            }
        }

        report.Append("\n| set | foreign values | with a box | of these hi |\n|---|---|---|---|\n");
        foreach (var (name, documents) in sets)
        {
            report.AppendLine($"| {name} | {Score(documents, Scenario.Foreign).Foreign} |");
        }

        return report.Append('\n').Append(RepeatsRun.Write()).Append('\n').Append(BandsTable.Write()).ToString();
    }

    private static ScenarioScore Score(IReadOnlyList<SetDocument> documents, Scenario scenario)
    {
        var random = new Random(Seed);
        var score = new ScenarioScore();
        var grounder = new Grounder();
        foreach (var document in documents)
        {
            var changed = scenario == Scenario.Foreign ? Foreign(document, documents, random) : Changed(document, scenario, random);
            var outcome = grounder.Ground(document.Layout, document.Schema, new Prediction([.. changed.Select(c => c.Prediction)], Truth));
            var found = outcome.Document.Fields.ToDictionary(f => f.Path);
            foreach (var (field, prediction) in changed)
            {
                score.Add(field, found[prediction.Path]);
            }
        }

        return score;
    }

    private static List<(TruthField Field, PredictedField Prediction)> Changed(SetDocument document, Scenario scenario, Random random) =>
        [.. document.Fields.Select(field => (field, Predict(document, field, scenario, random)))];

    private static PredictedField Predict(SetDocument document, TruthField field, Scenario scenario, Random random)
    {
        var value = ScalarValue.FromJson(field.Value);
        var prediction = new PredictedField(FieldPath.Parse(field.Path), value);
        return scenario switch
        {
            Scenario.Reformatted => prediction with { Value = ScalarValue.FromText(ValueChanges.Reformatted(value.Text, field.Path)) },
            Scenario.Noisy => prediction with { Value = ScalarValue.FromText(ValueChanges.Noisy(value.Text, random)) },
            Scenario.RightBox or Scenario.JitteredBox or Scenario.WrongBox when field.Places.Count > 0 => Pointed(
                prediction,
                document,
                field.Places[0],
                scenario,
                random
            ),
            _ => prediction,
        };
    }

    private static PredictedField Pointed(
        PredictedField prediction,
        SetDocument document,
        IReadOnlyList<PageRegion> place,
        Scenario scenario,
        Random random
    )
    {
        var page = place[0].PageNumber;
        var box = BoundingBox.Enclosing(place.Where(r => r.PageNumber == page).Select(r => r.Box));
        return scenario switch
        {
            Scenario.RightBox => prediction with { PageNumber = page, RoughBox = box },
            Scenario.JitteredBox => prediction with
            {
                PageNumber = page,
                RoughBox = box with
                {
                    Left = box.Left + (Jitter * ((2 * random.NextDouble()) - 1)),
                    Top = box.Top + (Jitter * ((2 * random.NextDouble()) - 1)),
                },
            },
            _ => prediction with
            {
                PageNumber = random.Next(document.Layout.Pages.Count) + 1,
                RoughBox = box with { Left = random.NextDouble() * 0.8, Top = random.NextDouble() * 0.9 },
            },
        };
    }

    private static List<(TruthField Field, PredictedField Prediction)> Foreign(
        SetDocument document,
        IReadOnlyList<SetDocument> documents,
        Random random
    )
    {
        var printed = new PrintedValues(document.Layout);
        var columns = document.Fields.Select(f => f.Column).ToHashSet(StringComparer.Ordinal);
        var others = documents
            .Where(d => d.Truth.Id != document.Truth.Id)
            .SelectMany(d => d.Fields)
            .Select(f => (f.Column, Value: ScalarValue.FromJson(f.Value)))
            .Where(f => !printed.Hold(f.Value.Text))
            .ToList();
        var sameColumn = others.Where(f => columns.Contains(f.Column)).ToLookup(f => f.Column, f => f.Value, StringComparer.Ordinal);
        var changed = new List<(TruthField, PredictedField)>();
        foreach (var field in document.Fields)
        {
            var values = sameColumn[field.Column].ToList();
            values = values.Count > 0 ? values : others.ConvertAll(o => o.Value);
            if (values.Count > 0)
            {
                changed.Add((field, new PredictedField(FieldPath.Parse(field.Path), values[random.Next(values.Count)])));
            }
        }

        return changed;
    }
}
