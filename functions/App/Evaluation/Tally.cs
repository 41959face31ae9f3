using GroundedDocs.App.Evaluation.Answers;
using GroundedDocs.App.Evaluation.Bands;
using GroundedDocs.App.Evaluation.Boxes;
using GroundedDocs.App.Evaluation.Truth;

namespace GroundedDocs.App.Evaluation;

/// <summary>The counts that the figures are made of.</summary>
internal sealed class Tally
{
    private readonly List<double> overlaps = [];
    private readonly List<double> strictOverlaps = [];
    private readonly List<(string Band, double Score, bool IsRight)> answers = [];
    private readonly List<double> milliseconds = [];
    private readonly List<AnswerCost> costs = [];
    private readonly Dictionary<string, ColumnTally> columns = new(StringComparer.Ordinal);
    private int documents;
    private int missing;
    private int errors;
    private int outside;
    private int boxed;

    public void AddDocument(AnsweredDocument? answered)
    {
        documents++;
        missing += answered is null ? 1 : 0;
        errors += answered is { IsError: true } ? 1 : 0;
        if (answered?.Milliseconds is { } time and > 0)
        {
            milliseconds.Add(time);
        }

        if (answered?.Cost is { } cost)
        {
            costs.Add(cost);
        }
    }

    public void AddTruth(TruthField field, Match? match)
    {
        var hasPlace = field.Places.Count > 0;
        if (!columns.TryGetValue(field.Column, out var column))
        {
            columns[field.Column] = column = new ColumnTally();
        }

        column.Add(hasPlace, match);
        if (match is null || !hasPlace)
        {
            return;
        }

        boxed += match.Candidate.Answer.Boxes.Count > 0 ? 1 : 0;
        overlaps.Add(match.Overlap);
        if (field.StandsInOnePlace)
        {
            strictOverlaps.Add(match.Overlap);
        }
    }

    public void AddAnswers(IReadOnlyCollection<Candidate> candidates, bool areInTruth)
    {
        if (!areInTruth)
        {
            outside += candidates.Count;
            return;
        }

        answers.AddRange(candidates.Select(candidate => (candidate.Answer.Confidence, candidate.Answer.Score, candidate.IsTaken)));
    }

    public Figures ToFigures()
    {
        var (truth, truthBoxed) = (columns.Values.Sum(column => column.Truth), columns.Values.Sum(column => column.TruthWithPlace));
        var (hits, grounded) = (columns.Values.Sum(column => column.Hits), columns.Values.Sum(column => column.Grounded));
        var unboxed = truth - truthBoxed;
        return new Figures
        {
            Documents = documents,
            Missing = missing,
            Errors = errors,
            TruthFields = truth,
            Predicted = answers.Count,
            OutsideTruth = outside,
            Value = new Accuracy(hits, answers.Count, truth),
            // An answer for a field whose place nobody knows cannot be grounded right: it does not count against the figure.
            Grounded = new Accuracy(grounded, answers.Count > unboxed ? answers.Count - unboxed : answers.Count, truthBoxed),
            Boxes = BoxFigures.Of(overlaps),
            AnyBox = overlaps.Count > 0 ? (double)boxed / overlaps.Count : null,
            Strict = BoxFigures.Of(strictOverlaps),
            MeanPrecisionOfAnswered = Overlap.MeanPrecision(overlaps, overlaps.Count),
            MeanPrecisionOfAll = Overlap.MeanPrecision(overlaps, truthBoxed),
            Bands = [.. answers.GroupBy(answer => answer.Band).OrderBy(band => band.Key, StringComparer.Ordinal).Select(BandOf)],
            Auroc = Ranking.Auroc([.. answers.Select(answer => (answer.Score, answer.IsRight))]),
            Time = TimeFigures.Of(milliseconds),
            Cost = CostFigures.Of(costs, hits),
            Columns = columns,
        };
    }

    private BandFigures BandOf(IGrouping<string, (string Band, double Score, bool IsRight)> band) =>
        new(band.Key, (double)band.Count() / answers.Count, band.Average(answer => answer.IsRight ? 1.0 : 0.0));
}
