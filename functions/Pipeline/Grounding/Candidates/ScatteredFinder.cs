using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Text;
using GroundedDocs.Documents.Values;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>
/// Finds values whose words are printed near each other but not one after the other: names in another order, parts in
/// several cells. It starts from the value's rarest word and adds the nearest printing of each other word.
/// </summary>
internal sealed class ScatteredFinder(DocumentIndex index, FuzzyFinder fuzzy)
{
    // The nearest word is sought tokens × occurrences × chosen words times: these three keep it under a few milliseconds.
    private const int MaxTokens = 32;
    private const int MaxOccurrences = 32;
    private const int MaxAnchors = 6;
    private const int MinTokenLength = 2;
    private const int MostParts = 2;
    private const double MinCoverage = 0.8;
    private const double MaxStep = 7;
    private const double AcrossWeight = 0.3;
    private const double BaseFit = 0.77;
    private const double StepCost = 0.01;

    public void Find(ValuePattern value, List<Candidate> found)
    {
        var tokens = TokensOf(value);
        if (value.Number is not null || value.Date is not null || tokens.Count < 2 || value.Squeezed.Length < MinTokenLength * tokens.Count)
        {
            return;
        }

        var said = tokens.ConvertAll(token =>
            index.WordsThatSay(token).Take(MaxOccurrences).Select(word => new Printing(word, 1)).ToList()
        );
        var isPrinted = said.TrueForAll(words => words.Count > 0);
        var occurrences = tokens.Zip(said, (token, words) => words.Count > 0 ? words : Misread(token)).ToList();
        var anchor = RarestOf(tokens, occurrences);
        if (anchor < 0)
        {
            return;
        }

        foreach (var start in occurrences[anchor].Take(MaxAnchors))
        {
            if (Gather(tokens, occurrences, anchor, start, isPrinted) is { } candidate)
            {
                found.Add(candidate);
            }
        }
    }

    // More words than are looked for are running text, which other tiers find.
    private List<string> TokensOf(ValuePattern value)
    {
        var tokens = new List<string>();
        var parts = value.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MaxTokens).ToArray();
        for (int start = 0, end; start < parts.Length; start = end)
        {
            end = start + 1;
            while (end < parts.Length && IsOneNumber(parts[end - 1], parts[end]))
            {
                end++;
            }

            var number = TextFold.Squeeze(string.Concat(parts[start..end]));
            var isPrinted = end - start > 1 && index.WordsThatSay(number).Any();
            tokens.AddRange(
                isPrinted ? [number] : parts[start..end].Select(part => TextFold.Squeeze(part)).Where(token => token.Length > 0)
            );
        }

        return tokens;
    }

    // "3, 488, 000. 00" with the spaces that readers put into numbers.
    private static bool IsOneNumber(string before, string part) =>
        before is [.., >= '0' and <= '9', ',' or '.' or '-' or '/'] && char.IsAsciiDigit(part[0]);

    // A word may have been read in two parts.
    private List<Printing> Misread(string token)
    {
        var alike = new List<Candidate>();
        fuzzy.Find(ValuePattern.Of(token, ScalarKind.Text), alike);
        return [.. alike.Where(c => c.Place.Words.Count <= MostParts).Select(c => new Printing(c.Place.FirstWord, c.Place.Words.Count))];
    }

    private static int RarestOf(List<string> tokens, List<List<Printing>> occurrences)
    {
        var rarest = -1;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (occurrences[i].Count > 0 && (rarest < 0 || Rank(i) < Rank(rarest)))
            {
                rarest = i;
            }
        }

        return rarest;

        double Rank(int i) => occurrences[i].Count / (double)tokens[i].Length;
    }

    private Candidate? Gather(List<string> tokens, List<List<Printing>> occurrences, int anchor, Printing start, bool isPrinted)
    {
        SortedSet<int> chosen = [.. start.Words];
        var left = Enumerable.Range(0, tokens.Count).Where(i => i != anchor).ToList();
        var covered = tokens[anchor].Length;
        var spread = 0.0;
        while (left.Count > 0)
        {
            var (token, next, distance) = Nearest(left, occurrences, chosen);
            if (token < 0 || distance > MaxStep)
            {
                break;
            }

            chosen.UnionWith(next.Words);
            left.Remove(token);
            covered += tokens[token].Length;
            spread += Math.Max(0, distance - 1);
        }

        var coverage = covered / (double)tokens.Sum(token => token.Length);
        if (coverage < MinCoverage || chosen.Count < 2)
        {
            return null;
        }

        int[] words = [.. chosen];
        var fit = BaseFit - (1 - coverage) - Math.Min(0.3, spread * StepCost);
        // A value of which words are missing or misread is only like what is printed.
        var tier = isPrinted && left.Count == 0 ? MatchTier.Scattered : MatchTier.Fuzzy;
        return Candidate.At(index, Place.Of(index, words), tier, fit);
    }

    private (int Token, Printing Printing, double Distance) Nearest(List<int> left, List<List<Printing>> occurrences, SortedSet<int> chosen)
    {
        var best = (Token: -1, Printing: default(Printing), Distance: double.MaxValue);
        foreach (var token in left)
        {
            foreach (var printing in occurrences[token])
            {
                if (chosen.Contains(printing.FirstWord))
                {
                    continue;
                }

                var distance = chosen.Min(other => Distance(other, printing.FirstWord));
                if (distance < best.Distance)
                {
                    best = (token, printing, distance);
                }
            }
        }

        return best;
    }

    private double Distance(int one, int other)
    {
        ref readonly var a = ref index.Words[one];
        ref readonly var b = ref index.Words[other];
        if (a.PageIndex != b.PageIndex)
        {
            return double.MaxValue;
        }

        var scale = index.Scales[a.PageIndex];
        return (AcrossWeight * Math.Max(0, scale.Across(Gap(a.Box.Left, a.Box.Right, b.Box.Left, b.Box.Right))))
            + Math.Max(0, scale.Down(Gap(a.Box.Top, a.Box.Bottom, b.Box.Top, b.Box.Bottom)));
    }

    private static double Gap(double from, double to, double otherFrom, double otherTo) =>
        Math.Max(from, otherFrom) - Math.Min(to, otherTo);

    private readonly record struct Printing(int FirstWord, int WordCount)
    {
        public IEnumerable<int> Words => Enumerable.Range(FirstWord, WordCount);
    }
}
