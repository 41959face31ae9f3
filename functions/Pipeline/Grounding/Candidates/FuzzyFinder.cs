using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>
/// Finds text that differs from the value as reading errors make it differ. Trigrams vote for places, the best few are
/// aligned character by character. A number never matches another number, unless the reader was unsure of the digit.
/// </summary>
internal sealed class FuzzyFinder(DocumentIndex index)
{
    private const int MinLength = 4;
    private const double UnsureReader = 0.6;
    private const double FitOfPerfect = 0.9;
    private const int MaxLengthByWord = 60;
    private const double MaxWordCost = 0.24;

    // What the reader was unsure of may be more unlike the value than what it was sure of.
    private const double SureWord = 0.9;
    private const double MaxCostOfUnsureWord = 0.42;

    private readonly Lazy<TrigramIndex> trigrams = new(() => new TrigramIndex(index.Squeezed));
    private readonly Lazy<int[]> flowStarts = new(() => [.. index.Flow.Select(word => index.Words[word].SqueezedStart)]);
    private readonly Dictionary<int, int> votes = [];
    private readonly List<int> positions = [];

    public void Find(ValuePattern value, List<Candidate> found)
    {
        var text = value.Squeezed.Length <= Limits.MaxFuzzyLength ? value.Squeezed : value.Squeezed[..Limits.MaxFuzzyLength];
        if (text.Length < MinLength || index.Squeezed.Length < MinLength || BooleanReader.Read(value.Text) is not null)
        {
            return;
        }

        var slack = 3 + (text.Length / 6);
        foreach (var diagonal in BestDiagonals(text, slack))
        {
            if (Verify(value, text, diagonal, slack) is { } candidate && found.TrueForAll(c => c.Place.Key != candidate.Place.Key))
            {
                found.Add(candidate);
            }
        }
    }

    private IEnumerable<int> BestDiagonals(string text, int slack)
    {
        votes.Clear();
        var codes = TrigramIndex.CodesOf(text);
        for (var at = 0; at < codes.Length; at++)
        {
            positions.Clear();
            trigrams.Value.AddPositions(codes[at], positions);
            foreach (var position in positions)
            {
                var cell = (int)Math.Floor((double)(position - at) / slack);
                votes[cell] = votes.GetValueOrDefault(cell) + 1;
            }
        }

        // Two errors may leave a short value a single trigram.
        var needed = Math.Max(1, (text.Length - 2) / 6);
        return votes
            .Where(v => v.Value + votes.GetValueOrDefault(v.Key + 1) >= needed)
            .OrderByDescending(v => v.Value)
            .ThenBy(v => v.Key)
            .Take(Limits.MaxFuzzyPlaces)
            .Select(v => v.Key * slack);
    }

    private Candidate? Verify(ValuePattern value, string text, int diagonal, int slack)
    {
        var from = Math.Clamp(diagonal - slack, 0, index.Squeezed.Length);
        var to = Math.Clamp(diagonal + text.Length + (3 * slack), from, index.Squeezed.Length);
        var match = FuzzyAlignment.Align(text, index.Squeezed.AsSpan(from, to - from), slack * 2, at => IsUnsure(from + at));
        if (1 - (match.Cost / text.Length) < MinSimilarity(text.Length) || match.End <= match.Start)
        {
            return null;
        }

        var words = WordsOf(from + match.Start, from + match.End);
        return words.Length == 0 ? null : Best(value, text, words);
    }

    // A misread end may have drawn in a stray word that stands elsewhere: the stretch without it may fit better.
    private Candidate? Best(ValuePattern value, string text, int[] words)
    {
        var whole = Judge(value, text, words);
        if (words.Length < 2 || PlaceShape.Cost(index, words) == 0)
        {
            return whole;
        }

        Candidate?[] stretches = [whole, Judge(value, text, words[..^1]), Judge(value, text, words[1..])];
        return stretches.MaxBy(c => c?.Fit ?? 0);
    }

    // Measured again on whole words, so that nothing of a longer number or name is left out.
    private Candidate? Judge(ValuePattern value, string text, int[] words)
    {
        var start = index.Words[words[0]].SqueezedStart;
        var printed = index.Squeezed.AsSpan(start, index.Words[words[^1]].SqueezedEnd - start);
        var match = FuzzyAlignment.Align(text, printed, text.Length + printed.Length, at => IsUnsure(start + at));
        var outside = FuzzyAlignment.GapCost(printed[..match.Start]) + FuzzyAlignment.GapCost(printed[match.End..]);
        var similarity = 1 - ((match.Cost + (0.5 * outside)) / text.Length);
        var isOther = IsMostlyDigits(text) ? match.Cost + outside > MaxCostOfNumber(value) : HasForeignWord(value, printed, start);
        if (similarity < MinSimilarity(text.Length) || isOther)
        {
            return null;
        }

        // The same digits in another notation are another number: reading errors do not move a decimal point.
        var place = Place.Of(index, words);
        if (match.Cost + outside == 0 && !NumberGuard.Allows(index, value, place))
        {
            return null;
        }

        var fit = (FitOfPerfect * similarity) - PlaceShape.Cost(index, words);
        return Candidate.At(index, place, MatchTier.Fuzzy, fit);
    }

    // The shorter a value, the more of it must be right.
    private static double MinSimilarity(int length) =>
        length >= 16 ? 0.75
        : length >= 6 ? 0.8
        : 0.85;

    // A number must be read right but for letters in the place of digits; a code may lose one letter.
    private static double MaxCostOfNumber(ValuePattern value) => value.Number is not null || value.Date is not null ? 0.9 : 1.5;

    private static bool IsMostlyDigits(string text) => text.Count(char.IsDigit) * 2 > text.Length;

    // Northern Harbour is not Southern Harbour: in a short value every word must be alike.
    private bool HasForeignWord(ValuePattern value, ReadOnlySpan<char> printed, int start)
    {
        if (value.Squeezed.Length > MaxLengthByWord)
        {
            return false;
        }

        foreach (var word in value.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var token = TextFold.Squeeze(word);
            if (token.Length < MinLength)
            {
                continue;
            }

            var match = FuzzyAlignment.Align(token, printed, token.Length + printed.Length, _ => false);
            var share = IsSure(start + ((match.Start + match.End) / 2)) ? MaxWordCost : MaxCostOfUnsureWord;
            if (match.Cost > Math.Max(1, share * token.Length))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSure(int position) => index.Words[index.Flow[FlowIndexAt(position)]].Source.Confidence >= SureWord;

    // Words of which at least half is covered; a page break inside is not allowed.
    private int[] WordsOf(int start, int end)
    {
        var first = FlowIndexAt(start);
        var words = new List<int>();
        for (var i = first; i < index.Flow.Length && index.Words[index.Flow[i]].SqueezedStart < end; i++)
        {
            ref readonly var word = ref index.Words[index.Flow[i]];
            var covered = Math.Min(end, word.SqueezedEnd) - Math.Max(start, word.SqueezedStart);
            if (word.SqueezedLength > 0 && covered * 2 >= word.SqueezedLength)
            {
                words.Add(index.Flow[i]);
            }
        }

        return [.. words];
    }

    private int FlowIndexAt(int position)
    {
        var found = Array.BinarySearch(flowStarts.Value, position);
        return found >= 0 ? found : Math.Max(0, ~found - 1);
    }

    private bool IsUnsure(int position)
    {
        var word = index.Words[index.Flow[FlowIndexAt(position)]].Source;
        if (word.CharacterConfidences is not { } characters || characters.Count != word.Text.Length)
        {
            return word.Confidence < UnsureReader;
        }

        var offset = position - index.Words[index.Flow[FlowIndexAt(position)]].SqueezedStart;
        return characters[Math.Min(characters.Count - 1, WordBorders.RawStart(word.Text, offset))] < UnsureReader;
    }
}
