using GroundedDocs.App.Evaluation.Answers;
using GroundedDocs.App.Evaluation.Boxes;
using GroundedDocs.App.Evaluation.Equality;
using GroundedDocs.App.Evaluation.Truth;

namespace GroundedDocs.App.Evaluation;

/// <summary>
/// Compares answers with the truth, document by document. Within a column (a field, or all rows' cells of one kind) each true value
/// takes one equal answer, the one whose box fits best; an answer is taken once.
/// </summary>
internal sealed class Scorer
{
    private readonly Tally tally = new();

    /// <summary>The figures over everything that was added.</summary>
    public Figures Figures => tally.ToFigures();

    /// <summary>Adds a document; without an answer it counts as missing and its fields as not found.</summary>
    public void Add(TruthDocument truth, AnsweredDocument? answered)
    {
        tally.AddDocument(answered);
        var given = (answered?.Answers ?? [])
            .GroupBy(answer => answer.Column, StringComparer.Ordinal)
            .ToDictionary(column => column.Key, Candidates);
        var wanted = truth.Fields.Where(field => field.HasValue).ToArray();
        foreach (var field in wanted)
        {
            tally.AddTruth(field, Take(field, given.GetValueOrDefault(field.Column, [])));
        }

        var known = truth.Fields.Select(field => field.Column).ToHashSet(StringComparer.Ordinal);
        foreach (var (column, candidates) in given)
        {
            tally.AddAnswers(candidates, known.Contains(column));
        }
    }

    private static Candidate[] Candidates(IEnumerable<Answer> column) => [.. column.Select(answer => new Candidate(answer))];

    private static Match? Take(TruthField field, Candidate[] candidates)
    {
        Match? best = null;
        foreach (var candidate in candidates.Where(candidate => !candidate.IsTaken))
        {
            if (field.AcceptedValues.Any(value => ValueEquality.AreEqual(candidate.Answer.Value, value)))
            {
                var overlap = field.Places.Select(place => Overlap.Of(candidate.Answer.Boxes, place)).DefaultIfEmpty(0).Max();
                best = best is null || overlap >= best.Overlap ? new Match(candidate, overlap) : best;
            }
        }

        if (best is not null)
        {
            best.Candidate.IsTaken = true;
        }

        return best;
    }
}
