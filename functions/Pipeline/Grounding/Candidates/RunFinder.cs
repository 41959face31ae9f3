using GroundedDocs.Documents.Results;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>
/// Finds the places whose letters and digits are those of a value: runs of words along a row that may go on in the
/// lines below. Start words come from the hash table, one look-up for each prefix of the value, so that a search costs
/// the length of the value plus what it finds.
/// </summary>
internal sealed class RunFinder(DocumentIndex index)
{
    private const double SqueezedFit = 0.97;
    private const double SubWordFit = 0.8;

    // The value itself with a comma or parentheses around it.
    private const double PunctuatedFit = 0.985;
    private const double WordSplitCost = 0.04;
    private const double MaxSplitCost = 0.2;

    private readonly RunContinuation continuation = new(index);
    private readonly List<int> path = [];
    private readonly Stack<Step> open = new();
    private int stepsLeft;

    public void Find(ValuePattern value, List<Candidate> found)
    {
        var text = value.Squeezed;
        stepsLeft = Limits.MaxSearchSteps;
        var hash = 0UL;
        for (var length = 1; length <= Math.Min(text.Length, index.Spans.MaxLength); length++)
        {
            hash = TextHash.Append(hash, text[length - 1]);
            var prefix = text.AsSpan(0, length);
            for (var entry = index.Spans.First(hash, prefix); entry >= 0; entry = index.Spans.Next(entry, hash, prefix))
            {
                if (found.Count >= Limits.MaxCandidates || stepsLeft <= 0)
                {
                    return;
                }

                if (Follow(index.Spans[entry], value, length) is { } place && Judge(value, place) is { } candidate)
                {
                    found.Add(candidate);
                }
            }
        }
    }

    private Place? Follow(WordSpan first, ValuePattern value, int matched)
    {
        var text = value.Squeezed;
        path.Clear();
        open.Clear();
        var isWholeEnd = first.End == index.Words[first.Word].SqueezedLength;
        if (matched < text.Length && !isWholeEnd)
        {
            return null;
        }

        open.Push(new Step(first.Word, matched, 0, first.End));
        while (open.TryPop(out var step) && stepsLeft-- > 0)
        {
            path.RemoveRange(step.Depth, path.Count - step.Depth);
            path.Add(step.Word);
            if (step.Matched == text.Length)
            {
                return PlaceOf(value, first.Start, step.SqueezedEnd);
            }

            PushSuccessors(text, step);
        }

        return null;
    }

    // The right neighbour is pushed last, so that it is tried first; the lines below follow from the nearest.
    private void PushSuccessors(string text, Step step)
    {
        var successors = continuation.After(path);
        for (var i = successors.Count - 1; i >= 0; i--)
        {
            var word = successors[i];
            var printed = index.SqueezedOf(word);
            var rest = text.AsSpan(step.Matched);
            if (rest.StartsWith(printed, StringComparison.Ordinal))
            {
                open.Push(new Step(word, step.Matched + printed.Length, path.Count, printed.Length));
            }
            else if (printed.StartsWith(rest, StringComparison.Ordinal) && HasBorder(word, rest.Length))
            {
                open.Push(new Step(word, text.Length, path.Count, rest.Length));
            }
        }
    }

    private bool HasBorder(int word, int at)
    {
        Span<int> borders = stackalloc int[9];
        var count = WordBorders.Find(index.Words[word].Source.Text, index.Words[word].SqueezedLength, borders);
        return borders[..count].Contains(at);
    }

    private Place PlaceOf(ValuePattern value, int squeezedStart, int squeezedEnd)
    {
        ref readonly var first = ref index.Words[path[0]];
        ref readonly var last = ref index.Words[path[^1]];
        var start = squeezedStart == 0 ? 0 : WordBorders.RawStart(first.Source.Text, squeezedStart);
        var end = squeezedEnd == last.SqueezedLength ? last.Source.Text.Length : WordBorders.RawEnd(last.Source.Text, squeezedEnd);
        var isWhole = start == 0 && end == last.Source.Text.Length;
        if (!isWhole)
        {
            return new Place([.. path], start, end);
        }

        return Place.Of(index, SymbolExtension.Extend(index, value, [.. path]));
    }

    private Candidate? Judge(ValuePattern value, Place place)
    {
        ref readonly var first = ref index.Words[place.FirstWord];
        var isCut = place.StartChar > 0 || place.EndChar < index.Words[place.LastWord].Source.Text.Length;
        var printed = PlaceText.Of(index, place, "");
        var isExact = printed.Contains(value.Plain, StringComparison.Ordinal);
        if (!NumberGuard.IsOnePiece(index, value, place) || (!isExact && !NumberGuard.Allows(index, value, place)))
        {
            return null;
        }

        var tier =
            isCut ? MatchTier.SubWord
            : isExact ? MatchTier.Exact
            : MatchTier.Squeezed;
        var fit =
            isCut ? SubWordFit
            : isExact ? (printed.Length == value.Plain.Length ? 1 : PunctuatedFit)
            : SqueezedFit;
        fit -= PlaceShape.Cost(index, place.Words) + SplitCost(value, place);
        return Candidate.At(index, place, tier, fit);
    }

    // Words that the value writes as one are seldom printed as two.
    private static double SplitCost(ValuePattern value, Place place) =>
        Math.Min(MaxSplitCost, WordSplitCost * Math.Max(0, place.Words.Count - value.PartCount));

    /// <summary>A word to visit: how much of the value is matched after it, where it stands in the path, where the value ends in it.</summary>
    private readonly record struct Step(int Word, int Matched, int Depth, int SqueezedEnd);
}
