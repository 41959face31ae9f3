using GroundedDocs.Pipeline.Grounding.Assignment;
using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Indexing;
using GroundedDocs.Pipeline.Grounding.Labels;

namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>
/// Asks whether another date or number of the document is announced by the field's label better than the one the
/// extractor took: then the extractor may have taken the wrong one.
/// </summary>
internal sealed class Rivals(DocumentIndex index, TypedIndex typed, LabelProximity proximity)
{
    private readonly Lazy<IReadOnlyList<Candidate>> dates = new(() => CandidatesOf(index, typed.AllDates));
    private readonly Lazy<IReadOnlyList<Candidate>> numbers = new(() => CandidatesOf(index, typed.AllNumbers));

    /// <summary>1 when no rival is announced better, falling towards 0 the more the best one is; half when there are no rivals to ask.</summary>
    public double Standing(FieldLabel label, ValuePattern value, FieldCandidate chosen)
    {
        var rivals =
            value.Date is not null ? dates.Value
            : value.Number is not null ? numbers.Value
            : [];
        if (rivals.Count < 2)
        {
            return 0.5;
        }

        var best = 0.0;
        foreach (var rival in rivals)
        {
            best = Math.Max(best, proximity.Of(label, rival));
        }

        return best <= chosen.Label ? 1 : (chosen.Label + 0.01) / (best + 0.01);
    }

    private static IReadOnlyList<Candidate> CandidatesOf(DocumentIndex index, IReadOnlyList<TypedOccurrence> occurrences)
    {
        var candidates = new List<Candidate>();
        foreach (var occurrence in occurrences.Take(Limits.MaxRivals))
        {
            var span = occurrence.Span;
            var place = new Place(span.Words, span.StartChar, span.EndChar);
            candidates.Add(Candidate.At(index, place, Documents.Results.MatchTier.Typed, 1));
        }

        return candidates;
    }
}
