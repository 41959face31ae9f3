using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Labels;

/// <summary>How strongly the words around a place announce a field: its label to the left or above, its section's heading before it.</summary>
internal sealed class LabelProximity(DocumentIndex index, LabelVocabulary vocabulary)
{
    // A common word says little from afar; right beside a value it is its label all the same.
    private const double CommonWordCount = 6;
    private const double NeededShare = 0.75;

    private readonly LabelNearness nearness = new(index);

    /// <summary>0 when nothing announces the field, 1 when all words of its label stand right beside the place.</summary>
    public double Of(FieldLabel label, Candidate candidate)
    {
        if (label.ConceptCount == 0)
        {
            return 0;
        }

        Span<double> best = stackalloc double[label.ConceptCount];
        var possible = 0.0;
        var concept = -1;
        foreach (var term in label.Terms)
        {
            if (term.Concept != concept)
            {
                concept = term.Concept;
                possible += term.Weight;
            }

            var occurrences = vocabulary.Occurrences(term.Word);
            var near = Nearest(occurrences, candidate);
            var commonness = Math.Max(0, occurrences.Count - 1) / CommonWordCount;
            best[term.Concept] = Math.Max(best[term.Concept], term.Weight * near / (1 + (commonness * (1 - near))));
        }

        var sum = 0.0;
        foreach (var found in best)
        {
            sum += found;
        }

        // A label of many words need not be printed whole.
        return Math.Min(1, sum / Math.Max(1, possible * NeededShare));
    }

    private double Nearest(IReadOnlyList<LabelOccurrence> occurrences, Candidate candidate)
    {
        var best = 0.0;
        var from = occurrences.Count <= Limits.MaxLabelOccurrences ? 0 : FirstNear(occurrences, candidate);
        var to = Math.Min(occurrences.Count, from + Limits.MaxLabelOccurrences);
        for (var i = from; i < to; i++)
        {
            best = Math.Max(best, occurrences[i].Quality * nearness.Of(occurrences[i].Word, candidate));
        }

        return best;
    }

    // Labels precede their values: three quarters of the window lie before the candidate.
    private static int FirstNear(IReadOnlyList<LabelOccurrence> occurrences, Candidate candidate)
    {
        var low = 0;
        var high = occurrences.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = occurrences[middle].Word < candidate.Place.FirstWord ? (middle + 1, high) : (low, middle);
        }

        return Math.Clamp(low - (Limits.MaxLabelOccurrences * 3 / 4), 0, occurrences.Count - Limits.MaxLabelOccurrences);
    }
}
