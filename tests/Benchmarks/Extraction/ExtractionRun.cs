using System.Globalization;
using GroundedDocs.Benchmarks.Grounding;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Pipeline.Assembly;
using GroundedDocs.Pipeline.Extraction;
using GroundedDocs.Pipeline.Extraction.Domains;

namespace GroundedDocs.Benchmarks.Extraction;

/// <summary>
/// Runs the embedded extractor on cached readings of data sets and prints how good the values and their probabilities are,
/// for each half of a set: rules are tuned on the answers of half A alone, and half B shows whether they are general.
/// </summary>
internal static class ExtractionRun
{
    /// <summary>
    /// Prints the figures of the sets whose names are given, of all without any; <c>--answers FILE</c> also writes every answer
    /// of half A with what speaks for it, and every missing value.
    /// </summary>
    public static Task<int> RunAsync(string dataFolder, string cacheFolder, string[] arguments) =>
        arguments is [.. var sets, "--answers", var file]
            ? RunAsync(dataFolder, cacheFolder, sets, file)
            : RunAsync(dataFolder, cacheFolder, arguments, null);

    private static async Task<int> RunAsync(string dataFolder, string cacheFolder, string[] sets, string? answerFile)
    {
        using var reader = new SetReader(cacheFolder);
        using var answers = answerFile is null ? TextWriter.Null : File.CreateText(answerFile);
        Console.WriteLine("| set | half | fields | precision | recall | F1 | AUROC | ms a page | classified as |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var folder in Directory.GetDirectories(dataFolder).Order(StringComparer.Ordinal))
        {
            var isWanted = sets.Length == 0 || sets.Contains(Path.GetFileName(folder), StringComparer.Ordinal);
            if (isWanted && File.Exists(Path.Combine(folder, "docs.jsonl")))
            {
                Report(await reader.ReadAsync(folder), "", answers);
                Report(SetReader.Transcribed(folder), ", as transcribed", answers);
            }
        }

        return 0;
    }

    private static void Report(IReadOnlyList<SetDocument> documents, string reading, TextWriter answers)
    {
        foreach (var half in documents.GroupBy(HalfOf).OrderBy(h => h.Key))
        {
            var score = new ExtractionScore();
            var started = TimeProvider.System.GetTimestamp();
            var answered = half.Select(document => (document, Extract(document))).ToList();
            var time = TimeProvider.System.GetElapsedTime(started) / Math.Max(1, half.Sum(d => d.Layout.Pages.Count));
            foreach (var (document, prediction) in answered)
            {
                score.Add(document, prediction, half.Key == 'A' ? answers : TextWriter.Null);
            }

            var domains = half.GroupBy(d => new DocumentClassifier().Classify(d.Layout, DomainCatalogue.All).Name)
                .OrderByDescending(g => g.Count())
                .Select(g => $"{g.Key} {g.Count()}");
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {half.First().Set}{reading} | {half.Key} | {score.Line} | {time.TotalMilliseconds:0.0} | {string.Join(", ", domains)} |"
                )
            );
        }
    }

    // FNV-1a over the id: the same halves on every machine.
    private static char HalfOf(SetDocument document)
    {
        var hash = document.Truth.Id.Aggregate(2166136261u, (sofar, letter) => (sofar ^ letter) * 16777619u);
        return (hash >> 16) % 2 == 0 ? 'A' : 'B';
    }

    private static Prediction Extract(SetDocument document)
    {
        var extractor = new EmbeddedExtractor();
        var windows = new List<WindowPrediction>();
        foreach (var window in WindowPlanner.Plan(document.Layout.Pages.Count, extractor.MaxWindowPages))
        {
            var pages = document.Layout.Pages.Skip(window.FirstPageIndex).Take(window.PageCount).ToList();
            var extraction = extractor.ExtractAsync(new ExtractionWindow(pages, []), document.Schema, CancellationToken.None);
            windows.Add(new WindowPrediction(window.FirstPageIndex + 1, extraction.GetAwaiter().GetResult().Value));
        }

        return new PredictionMerger().Merge(windows, document.Schema, new DocumentLayout(document.Layout.Pages));
    }
}
