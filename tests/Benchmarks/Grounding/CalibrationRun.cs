using System.Text.Json;
using GroundedDocs.App.Evaluation.Boxes;
using GroundedDocs.App.Evaluation.Equality;
using GroundedDocs.App.Evaluation.Truth;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Values;
using GroundedDocs.Pipeline.Assembly;
using GroundedDocs.Pipeline.Extraction;
using GroundedDocs.Pipeline.Grounding;
using GroundedDocs.Pipeline.Grounding.Confidence;

namespace GroundedDocs.Benchmarks.Grounding;

/// <summary>
/// Fits the calibration of the confidence on what the embedded extractor says about data sets, and on true values mixed
/// with wrong ones as an extractor without probabilities would give them. Sets for research only are left out.
/// </summary>
internal static class CalibrationRun
{
    private const int Seed = 11;

    // How often an extractor without probabilities is taken to be wrong.
    private const double WrongShare = 0.15;

    // Examples of a set that counts as one each; larger sets count less, smaller ones more, by the root of the ratio.
    private const double EvenCount = 500;
    private static readonly string[] LeftOut = ["funsd"];
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true, IndentSize = 2 };

    /// <summary>Writes the calibration file.</summary>
    public static async Task<int> RunAsync(string dataFolder, string cacheFolder, string version, string outputFile)
    {
        using var reader = new SetReader(cacheFolder);
        var examples = new List<CalibrationExample>();
        foreach (
            var folder in Directory
                .GetDirectories(dataFolder)
                .Where(f => File.Exists(Path.Combine(f, "docs.jsonl")))
                .Order(StringComparer.Ordinal)
        )
        {
            if (!LeftOut.Contains(Path.GetFileName(folder), StringComparer.Ordinal))
            {
                examples.AddRange(await ExamplesAsync(await reader.ReadAsync(folder)));
            }
        }

        var fit = CalibrationFit.Of(examples, version);
        await File.WriteAllTextAsync(outputFile, Write(fit, examples) + "\n");
        Console.WriteLine(await File.ReadAllTextAsync(outputFile));
        return 0;
    }

    // Sets are evened out, and in each set extracted values with given ones.
    private static async Task<IEnumerable<CalibrationExample>> ExamplesAsync(IReadOnlyList<SetDocument> documents)
    {
        var random = new Random(Seed);
        var extracted = new List<CalibrationExample>();
        var given = new List<CalibrationExample>();
        foreach (var document in documents)
        {
            extracted.AddRange(Judge(document, await ExtractAsync(document)));
            given.AddRange(Judge(document, Mixed(document, documents, random)));
        }

        return Weigh(extracted).Concat(Weigh(given));
    }

    private static IEnumerable<CalibrationExample> Weigh(List<CalibrationExample> examples) =>
        examples.Select(e => e with { Weight = Math.Sqrt(EvenCount / examples.Count) });

    private static async Task<Prediction> ExtractAsync(SetDocument document)
    {
        var extractor = new EmbeddedExtractor();
        var windows = new List<WindowPrediction>();
        foreach (var window in WindowPlanner.Plan(document.Layout.Pages.Count, extractor.MaxWindowPages))
        {
            var pages = document.Layout.Pages.Skip(window.FirstPageIndex).Take(window.PageCount).ToList();
            var extraction = await extractor.ExtractAsync(new ExtractionWindow(pages, []), document.Schema, CancellationToken.None);
            windows.Add(new WindowPrediction(window.FirstPageIndex + 1, window.PageCount, extraction.Value));
        }

        return new PredictionMerger().Merge(windows, document.Schema, document.Layout);
    }

    // A wrong value is that of another field of the document, or of the same field of another document.
    private static Prediction Mixed(SetDocument document, IReadOnlyList<SetDocument> documents, Random random)
    {
        var fields = document.Fields.Select(field =>
        {
            var source = random.NextDouble() >= WrongShare ? field : Wrong(field, document, documents, random);
            return new PredictedField(FieldPath.Parse(field.Path), ScalarValue.FromJson(source.Value));
        });
        return new Prediction([.. fields], new Provenance("truth", "1", document.Schema.Hash));
    }

    private static TruthField Wrong(TruthField field, SetDocument document, IReadOnlyList<SetDocument> documents, Random random)
    {
        var other = random.Next(2) == 0 ? document : documents[random.Next(documents.Count)];
        return other.Fields[random.Next(other.Fields.Count)] is { } wrong && other.Fields.Count > 1 ? wrong : field;
    }

    private static IEnumerable<CalibrationExample> Judge(SetDocument document, Prediction prediction)
    {
        var outcome = new Grounder().Ground(document.Layout, document.Schema, prediction);
        var truths = document.Truth.Fields.ToLookup(f => f.Column, StringComparer.Ordinal);
        foreach (var judged in outcome.Judged)
        {
            var known = truths[TruthFile.ColumnOf(judged.Field.Path.ToString())];
            if (judged.Features is { } features && known.Any())
            {
                var isRight = known.Any(truth => truth.HasValue && IsRight(truth, judged));
                yield return new CalibrationExample($"{document.Set}/{document.Truth.Id}", features, isRight, 1);
            }
        }
    }

    private static bool IsRight(TruthField truth, JudgedField judged)
    {
        var value = JsonSerializer.SerializeToElement(judged.Field.Value.ToJsonNode());
        var isPlaced =
            truth.Places.Count == 0
            || truth.Places.Any(place => Overlap.Of([.. judged.Field.Boxes.Select(b => b.Region)], place) >= Overlap.Right);
        return isPlaced && truth.AcceptedValues.Any(accepted => ValueEquality.AreEqual(value, accepted));
    }

    private static string Write(CalibrationFit fit, List<CalibrationExample> examples) =>
        JsonSerializer.Serialize(
            new
            {
                fit.Calibration.Version,
                fit.Calibration.Weights,
                fit.Calibration.High,
                fit.Calibration.Low,
                fit.Calibration.Unlocated,
                fit.Calibration.Inferred,
                HeldOut = new
                {
                    Examples = examples.Count,
                    Documents = examples.Select(e => e.Group).Distinct(StringComparer.Ordinal).Count(),
                    fit.Auroc,
                    Bands = fit
                        .Bands.OrderByDescending(b => b.Key)
                        .ToDictionary(b => b.Key.ToString(), b => b.Value, StringComparer.Ordinal),
                },
            },
            Indented
        );
}
