using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Labels;

/// <summary>Finds where a page prints given labels, in spite of reading errors, left-out words and line breaks.</summary>
internal sealed class LabelFinder
{
    private const double MinScore = 0.48;
    private const double SkippedWordCost = 0.1;
    private const double NeighbourWordCost = 0.16;
    private const double AvoidedWordCost = 0.5;
    private const double NoiseWeight = 0.15;
    private const int MaxSkippedWords = 3;

    private readonly Sheet sheet;
    private readonly List<LabelStream> streams;
    private readonly Dictionary<string, List<(LabelStream Stream, int At)>> starts = [];
    private readonly Dictionary<string, List<string>> alike = [];

    // A text layer has no reading errors: there, "fight" is never "flight".
    private readonly bool mayBeMisread;

    public LabelFinder(Sheet sheet)
    {
        this.sheet = sheet;
        mayBeMisread = sheet.IsRecognised;
        streams = [.. sheet.Segments.Select(s => LabelStream.Of(sheet, s))];
        foreach (var stream in streams)
        {
            for (var at = 0; at < stream.OwnCount; at++)
            {
                (starts.TryGetValue(stream.Items[at].Piece, out var list) ? list : starts[stream.Items[at].Piece] = []).Add((stream, at));
            }
        }
    }

    /// <summary>All places of a label, with words that must not stand beside it.</summary>
    public IEnumerable<LabelHit> Find(LabelPhrase phrase, IReadOnlyList<string> avoid)
    {
        var weights = phrase.Pieces.Select(p => LabelText.IsNoise(p) && phrase.Pieces.Count > 1 ? NoiseWeight : 1.0).ToArray();
        var seen = new HashSet<(LabelStream, int)>();
        foreach (var first in phrase.Pieces.Take(phrase.Pieces.Count > 2 ? 2 : 1))
        {
            foreach (var (stream, at) in StartsAt(first))
            {
                if (
                    seen.Add((stream, at))
                    && Match(phrase, weights, stream, at) is { } hit
                    && Judge(hit, stream, avoid) is { Score: >= MinScore } judged
                )
                {
                    yield return judged;
                }
            }
        }
    }

    private IEnumerable<(LabelStream Stream, int At)> StartsAt(string piece)
    {
        if (!alike.TryGetValue(piece, out var words))
        {
            alike[piece] = words = [.. starts.Keys.Where(w => LabelText.AreAlike(w, piece, mayBeMisread))];
        }

        return words.SelectMany(w => starts[w]);
    }

    private LabelHit? Match(LabelPhrase phrase, double[] weights, LabelStream stream, int start)
    {
        var (matched, skipped, pending, last) = (0.0, 0, 0, start - 1);
        for (var (at, next) = (start, 0); at < stream.Items.Count && next < weights.Length && pending <= MaxSkippedWords; at++)
        {
            var piece = stream.Items[at].Piece;
            var found = IndexOf(phrase.Pieces, piece, next);
            if (found >= 0)
            {
                matched += weights[found];
                (skipped, pending, last, next) = (skipped + pending, 0, at, found + 1);
            }
            else if (!LabelText.IsNoise(piece))
            {
                pending++;
            }
        }

        if (last < start)
        {
            return null;
        }

        var score = (matched / weights.Sum()) - (SkippedWordCost * skipped);
        if (score < MinScore)
        {
            return null;
        }

        var items = stream.Items.Skip(start).Take(last - start + 1).ToList();
        return new LabelHit(sheet, phrase, [.. items.Select(i => i.Token).Distinct()], stream.Segment, items[^1].Segment, score);
    }

    private int IndexOf(IReadOnlyList<string> pieces, string piece, int from)
    {
        for (var i = from; i < Math.Min(pieces.Count, from + 2); i++)
        {
            if (LabelText.AreAlike(piece, pieces[i], mayBeMisread))
            {
                return i;
            }
        }

        return -1;
    }

    // A label has no other words around it, up to a colon, a number or the border of its segment.
    private static LabelHit Judge(LabelHit hit, LabelStream stream, IReadOnlyList<string> avoid)
    {
        var before = stream.Segment.Tokens.TakeWhile(t => t != hit.Tokens[0]).Reverse().TakeWhile(t => !t.EndsLabel).ToList();
        var after = hit.Last.Tokens.SkipWhile(t => t != hit.Tokens[^1]).Skip(1).ToList();
        var closing = hit.Tokens[^1].EndsLabel ? -1 : after.FindIndex(t => t.EndsLabel || t.Text is "-" or "=");
        var inside = closing is >= 0 and <= 5 ? after.Take(closing + 1) : [];
        var foreign = Words(before).Take(4).Count() + Words(inside).Count();
        var near = before.Concat(closing >= 0 ? inside : after.Take(3)).Concat(hit.Tokens).SelectMany(t => t.Pieces);
        var isAvoided = near.Any(p =>
            avoid.Any(a => LabelText.AreAlike(p, a, hit.Sheet.IsRecognised)) && !hit.Phrase.Pieces.Contains(p, StringComparer.Ordinal)
        );
        var score = hit.Score - Math.Min(0.5, NeighbourWordCost * foreign) - (isAvoided ? AvoidedWordCost : 0);
        return hit with { Score = score * hit.Phrase.Weight };
    }

    private static IEnumerable<string> Words(IEnumerable<Token> tokens) =>
        tokens.SelectMany(t => t.Pieces).Where(p => p.Length > 1 && !LabelText.IsNoise(p) && !p.All(char.IsDigit));
}
