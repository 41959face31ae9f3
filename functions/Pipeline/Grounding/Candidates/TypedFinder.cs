using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>Finds the places that print the same date or number in another notation.</summary>
internal sealed class TypedFinder(DocumentIndex index, TypedIndex typed)
{
    private const double UsualFit = 0.95;
    private const double UnusualReadingCost = 0.1;
    private const double CutCost = 0.03;

    public void Find(ValuePattern value, List<Candidate> found)
    {
        if (value.Date is { } date)
        {
            AddDates(date, found);
        }

        foreach (var number in NumberMatch.Readings(value, typed.Locale.DecimalSign))
        {
            Add(typed.Numbers(number), 0, found);
            if (value.Number is { IsPercent: false } && number is > -1 and < 1 && number != 0)
            {
                Add(typed.Numbers(number * 100).Where(n => n.IsPercent), 0, found);
            }
        }
    }

    private void AddDates(DateMention date, List<Candidate> found)
    {
        var usual = date.In(typed.Locale.DateOrder);
        Add(typed.Dates(usual), 0, found);
        if (date.IsAmbiguous && typed.Locale.DateOrder == DateOrder.Unknown)
        {
            Add(typed.Dates(date.In(DateOrder.MonthFirst)), UnusualReadingCost, found);
        }
    }

    private void Add(IEnumerable<TypedOccurrence> occurrences, double cost, List<Candidate> found)
    {
        foreach (var occurrence in occurrences)
        {
            if (found.Count >= Limits.MaxCandidates)
            {
                return;
            }

            var span = occurrence.Span;
            var place = new Place(span.Words, span.StartChar, span.EndChar);
            var isCut = span.StartChar > 0 || span.EndChar < index.Words[span.Words[^1]].Source.Text.TrimEnd('.', ',', ';', ':').Length;
            var fit =
                UsualFit
                - cost
                - (occurrence.IsUsual ? 0 : UnusualReadingCost)
                - (isCut ? CutCost : 0)
                - PlaceShape.Cost(index, span.Words);
            found.Add(Candidate.At(index, place, MatchTier.Typed, fit));
        }
    }
}
