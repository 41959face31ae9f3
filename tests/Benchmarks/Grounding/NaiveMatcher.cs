using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;

namespace GroundedDocs.Benchmarks.Grounding;

/// <summary>What most people write first: every window of words is compared with every value by Levenshtein distance.</summary>
internal static class NaiveMatcher
{
    private const int ExtraWords = 1;

    /// <summary>For each field, the first word of the window that is nearest to its value.</summary>
    public static int[] Match(IReadOnlyList<Word> words, IReadOnlyList<PredictedField> fields)
    {
        var found = new int[fields.Count];
        for (var field = 0; field < fields.Count; field++)
        {
            var value = fields[field].Value.Text;
            var size = value.Split(' ').Length;
            var best = int.MaxValue;
            for (var first = 0; first < words.Count; first++)
            {
                for (var length = Math.Max(1, size - ExtraWords); length <= size + ExtraWords && first + length <= words.Count; length++)
                {
                    var window = string.Join(' ', words.Skip(first).Take(length).Select(w => w.Text));
                    var distance = Levenshtein(value, window);
                    if (distance < best)
                    {
                        (best, found[field]) = (distance, first);
                    }
                }
            }
        }

        return found;
    }

    private static int Levenshtein(string one, string other)
    {
        Span<int> costs = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            costs[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = costs[0];
            costs[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = costs[j];
                costs[j] = Math.Min(Math.Min(above, costs[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return costs[other.Length];
    }
}
