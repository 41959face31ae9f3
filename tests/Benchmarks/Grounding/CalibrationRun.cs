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

    // Of a document whose data are those of its page, most values can be found there; the data of some are those of another one.
    private const double FewestPrinted = 0.5;

    // Documents that share this much of their data are versions of one.
    private const double MostShared = 0.5;
    private const int ShortestTelling = 3;
    private static readonly string[] LeftOut = ["funsd"];
    private static readonly JsonSerializerOptions Indented = new(Calibration.Json) { WriteIndented = true, IndentSize = 1 };

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
                var documents = await reader.ReadAsync(folder);
                examples.AddRange(await ExamplesAsync([.. documents.Where(IsAboutItsPage)]));
            }
        }

        var fit = CalibrationFit.Of(examples, version);
        await File.WriteAllTextAsync(outputFile, Write(fit) + "\n");
        Console.WriteLine(await File.ReadAllTextAsync(outputFile));
        return 0;
    }

    private static bool IsAboutItsPage(SetDocument document)
    {
        var known = document.Truth.Fields.Where(field => field.HasValue).ToList();
        return known.Count(field => field.Places.Count > 0) >= FewestPrinted * known.Count;
    }

    // Sets are evened out, and in each set extracted values with given ones.
    private static async Task<IEnumerable<CalibrationExample>> ExamplesAsync(IReadOnlyList<SetDocument> documents)
    {
        var random = new Random(Seed);
        var extracted = new List<CalibrationExample>();
        var given = new List<CalibrationExample>();
        foreach (var (document, family) in documents.Zip(Families(documents)))
        {
            extracted.AddRange(Judge(document, family, await ExtractAsync(document)));
            given.AddRange(Judge(document, family, Mixed(document, documents, random)));
        }

        return Weigh(extracted).Concat(Weigh(given));
    }

    // The number of each document's family.
    private static int[] Families(IReadOnlyList<SetDocument> documents)
    {
        var values = documents.Select(TellingValues).ToList();
        var families = Enumerable.Range(0, documents.Count).ToArray();
        for (var one = 0; one < documents.Count; one++)
        {
            for (var other = 0; other < one; other++)
            {
                var fewer = Math.Max(1, Math.Min(values[one].Count, values[other].Count));
                if (values[one].Intersect(values[other], StringComparer.Ordinal).Count() >= MostShared * fewer)
                {
                    var (from, to) = (families[other], families[one]);
                    families = [.. families.Select(family => family == from ? to : family)];
                }
            }
        }

        return families;
    }

    private static HashSet<string> TellingValues(SetDocument document) =>
        document
            .Fields.Select(field => field.Value.ToString())
            .Where(value => value.Length >= ShortestTelling)
            .ToHashSet(StringComparer.Ordinal);

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
            windows.Add(new WindowPrediction(window.FirstPageIndex + 1, extraction.Value));
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

    // As the evaluation counts: within a column each true value takes one equal answer, the one whose box fits best.
    private static IEnumerable<CalibrationExample> Judge(SetDocument document, int family, Prediction prediction)
    {
        var outcome = new Grounder().Ground(document.Layout, document.Schema, prediction);
        var truths = document.Truth.Fields.ToLookup(f => f.Column, StringComparer.Ordinal);
        foreach (var column in outcome.Judged.Where(j => !j.Field.Value.IsNull).GroupBy(j => TruthFile.ColumnOf(j.Field.Path.ToString())))
        {
            var answers = column.ToList();
            var right = truths[column.Key].Where(truth => truth.HasValue).Select(truth => Take(truth, answers)).OfType<JudgedField>();
            var rightOnes = right.ToHashSet(ReferenceEqualityComparer.Instance);
            foreach (var answer in truths[column.Key].Any() ? column.ToList() : [])
            {
                yield return new CalibrationExample(
                    document.Set,
                    $"{document.Set}/{document.Truth.Id}",
                    $"{document.Set}/{family}",
                    answer.Features,
                    rightOnes.Contains(answer),
                    1
                );
            }
        }
    }

    // The answer that the true value takes, if its box is right too.
    private static JudgedField? Take(TruthField truth, List<JudgedField> answers)
    {
        var equal = answers
            .Where(answer =>
                truth.AcceptedValues.Any(v => ValueEquality.AreEqual(JsonSerializer.SerializeToElement(answer.Field.Value.ToJsonNode()), v))
            )
            .Select(answer =>
                (
                    Answer: answer,
                    Overlap: truth
                        .Places.Select(place => Overlap.Of([.. answer.Field.Boxes.Select(b => b.Region)], place))
                        .DefaultIfEmpty(1)
                        .Max()
                )
            )
            .OrderByDescending(a => a.Overlap)
            .ToList();
        if (equal.Count == 0)
        {
            return null;
        }

        answers.Remove(equal[0].Answer);
        return equal[0].Overlap >= Overlap.Right ? equal[0].Answer : null;
    }

    private static string Write(CalibrationFit fit) =>
        JsonSerializer.Serialize(
            new
            {
                fit.Calibration.Version,
                fit.Calibration.Supported,
                fit.Calibration.Unsupported,
                fit.Calibration.High,
                fit.Calibration.Low,
                fit.Calibration.Unlocated,
                fit.Calibration.Inferred,
                HeldOut = new
                {
                    fit.All,
                    fit.Strange,
                    fit.StrangeBySet,
                    fit.SetLeftOut,
                    fit.Unsupported,
                },
            },
            Indented
        );
}
