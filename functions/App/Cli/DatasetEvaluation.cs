using System.Text.Json;
using System.Text.Json.Nodes;
using GroundedDocs.App.Cli.Manifests;
using GroundedDocs.App.Cli.Output;
using GroundedDocs.App.Evaluation;
using GroundedDocs.App.Evaluation.Answers;
using GroundedDocs.App.Evaluation.Reading;
using GroundedDocs.App.Evaluation.Truth;
using GroundedDocs.App.Options;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Layout;
using Spectre.Console;

namespace GroundedDocs.App.Cli;

/// <summary>Runs a data set and scores what comes out.</summary>
/// <param name="dataset">The folder with <c>docs.jsonl</c>.</param>
/// <param name="settings">What reads and extracts.</param>
/// <param name="areValuesGiven">Take the true values instead of extracting.</param>
/// <param name="isLayoutGiven">Take the transcribed words instead of reading.</param>
/// <param name="workers">Documents at a time.</param>
internal sealed class DatasetEvaluation(
    string dataset,
    Result<EngineOptions> settings,
    bool areValuesGiven,
    bool isLayoutGiven,
    int workers
)
{
    private const int MostColumns = 60;

    /// <summary>Answers to score instead of running; null to run.</summary>
    public string? PredictionsPath { get; init; }

    /// <summary>Where to keep the answers; null to keep none.</summary>
    public string? OutPath { get; init; }

    /// <summary>Whether to add the table of fields.</summary>
    public bool ShowsColumns { get; init; }

    /// <summary>Whether to print JSON instead of tables.</summary>
    public bool WritesJson { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var manifest = Path.Combine(dataset, "docs.jsonl");
        if (!ManifestFile.Read(manifest).TryGet(out var lines, out var failure) || !ReadTruth(manifest).TryGet(out var truth, out failure))
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return ExitCode.BadInput;
        }

        var reading = new ReadScorer();
        if (!(await AnswersAsync(lines, truth, reading, cancellationToken)).TryGet(out var answers, out failure))
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return ExitCode.BadInput;
        }

        var scorer = new Scorer();
        foreach (var document in truth)
        {
            scorer.Add(document, answers.GetValueOrDefault(document.Id));
        }

        Print(scorer.Figures with { Reading = reading.Figures });
        return ExitCode.Done;
    }

    private static Result<IReadOnlyList<TruthDocument>> ReadTruth(string manifest)
    {
        try
        {
            return File.ReadLines(manifest).Where(line => !string.IsNullOrWhiteSpace(line)).Select(TruthFile.Read).ToArray();
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new Failure(
                "truth.shape",
                $"'{manifest}' is no data set: each line needs an id, a file and fields with names, values and boxes. {error.Message}"
            );
        }
    }

    private async Task<Result<Dictionary<string, AnsweredDocument>>> AnswersAsync(
        IReadOnlyList<ManifestLine> lines,
        IReadOnlyList<TruthDocument> truth,
        ReadScorer reading,
        CancellationToken cancellationToken
    )
    {
        if (PredictionsPath is null)
        {
            return settings.TryGet(out var engines, out var wrong)
                ? await RunDocumentsAsync(engines, lines, truth, reading, cancellationToken)
                : wrong;
        }

        try
        {
            // As everywhere in JSON lines, a later line about the same document replaces an earlier one.
            return File.ReadLines(PredictionsPath)
                .Where(line => !string.IsNullOrWhiteSpace(line))
                .Select(AnswerFile.Read)
                .GroupBy(answer => answer.Id, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        }
        catch (Exception error) when (error is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new Failure(
                "predictions.shape",
                $"'{PredictionsPath}' cannot be scored; give a file that extract or ground --manifest wrote. {error.Message}"
            );
        }
    }

    private async Task<Dictionary<string, AnsweredDocument>> RunDocumentsAsync(
        EngineOptions engines,
        IReadOnlyList<ManifestLine> lines,
        IReadOnlyList<TruthDocument> truth,
        ReadScorer reading,
        CancellationToken cancellationToken
    )
    {
        var transcripts = truth
            .Where(document => document.Transcript.Count > 0)
            .ToDictionary(document => document.Id, document => document.Transcript);
        using var documents = LocalDocuments.Create(engines, TimeProvider.System, Compare);
        using var kept = OutPath is null ? null : new AnswerWriter(OutPath);
        var answers = new Dictionary<string, AnsweredDocument>(StringComparer.Ordinal);
        await new ManifestRun(workers, Console.Error, TimeProvider.System).RunAsync(lines, WorkAsync, Keep, cancellationToken);
        return answers;

        void Compare(string id, DocumentLayout layout)
        {
            if (!isLayoutGiven && transcripts.TryGetValue(id, out var transcript))
            {
                lock (reading)
                {
                    reading.Add(transcript, layout);
                }
            }
        }

        Task<Result<JsonObject>> WorkAsync(ManifestEntry entry, CancellationToken token) =>
            areValuesGiven ? documents.GroundAsync(entry, isLayoutGiven, token) : documents.ExtractAsync(entry, null, token);

        void Keep(JsonObject answer)
        {
            kept?.WriteLine(answer);
            var read = AnswerFile.Read(answer.ToJsonString());
            answers[read.Id] = read;
        }
    }

    private void Print(Figures figures)
    {
        if (WritesJson)
        {
            Console.Out.WriteLine(FigureJson.Write(figures).ToJsonString());
            return;
        }

        var title =
            $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataset)))}, values {(areValuesGiven ? "given" : "extracted")}, layout {(isLayoutGiven ? "given" : "read")}";
        AnsiConsole.Write(FigureTable.Lay(title, figures));
        if (ShowsColumns)
        {
            AnsiConsole.Write(FigureTable.LayColumns(figures, MostColumns));
        }
    }
}
