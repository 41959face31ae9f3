using System.Globalization;
using System.Text.Json;
using GroundedDocs.App.Evaluation;
using GroundedDocs.App.Evaluation.Answers;
using GroundedDocs.App.Evaluation.Equality;
using GroundedDocs.App.Evaluation.Truth;
using GroundedDocs.Benchmarks.Grounding;
using GroundedDocs.Documents.Predictions;

namespace GroundedDocs.Benchmarks.Extraction;

/// <summary>Adds up how predictions of one half of a set compare with the truth.</summary>
internal sealed class ExtractionScore
{
    private readonly Scorer scorer = new();

    /// <summary>Cells of the table: fields, precision, recall, F1, AUROC of the probability.</summary>
    public string Line
    {
        get
        {
            var figures = scorer.Figures;
            var value = figures.Value;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{figures.TruthFields} | {value.Precision:0.000} | {value.Recall:0.000} | {value.F1:0.000} | {figures.Auroc ?? 0:0.000}"
            );
        }
    }

    /// <summary>Adds a document and writes its answers, right and wrong, and what is missing, one a line.</summary>
    public void Add(SetDocument document, Prediction prediction, TextWriter answersFile)
    {
        var answers = prediction.Fields.Where(f => !f.Value.IsNull).Select(f => (Field: f, Answer: AnswerOf(f))).ToList();
        scorer.Add(document.Truth, new AnsweredDocument(document.Truth.Id, [.. answers.Select(a => a.Answer)], IsError: false, null));
        var open = answers.ToList();
        var missing = new List<TruthField>();
        foreach (var truth in document.Truth.Fields.Where(f => f.HasValue))
        {
            var hit = open.FindIndex(a => a.Answer.Column == truth.Column && IsRight(truth, a.Answer));
            if (hit < 0)
            {
                missing.Add(truth);
            }
            else
            {
                Write(Describe("RIGHT", open[hit].Field, open[hit].Answer), truth.Path);
                open.RemoveAt(hit);
            }
        }

        var known = document.Truth.Fields.Select(f => f.Column).ToHashSet(StringComparer.Ordinal);
        foreach (var (field, answer) in open.Where(a => known.Contains(a.Answer.Column)))
        {
            Write(Describe("WRONG", field, answer), field.Path.ToString());
        }

        foreach (var truth in missing)
        {
            Write($"MISSING {string.Join(" | ", truth.AcceptedValues.Distinct())}", truth.Path);
        }

        void Write(string what, string path) =>
            answersFile.WriteLine($"{document.Set} {document.Truth.Id} {path} {what.ReplaceLineEndings(" ")}");
    }

    private static string Describe(string verdict, PredictedField field, Answer answer) =>
        string.Create(CultureInfo.InvariantCulture, $"{verdict} {answer.Value} p={answer.Score:0.00} {field.Support}");

    private static bool IsRight(TruthField truth, Answer answer) =>
        truth.AcceptedValues.Any(value => ValueEquality.AreEqual(answer.Value, value));

    private static Answer AnswerOf(PredictedField field) =>
        new(
            TruthFile.ColumnOf(field.Path.ToString()),
            JsonSerializer.SerializeToElement(field.Value.ToJsonNode()),
            [],
            "none",
            field.Probability ?? 0
        );
}
