namespace GroundedDocs.Adapters.VisionModel.Answers;

/// <summary>Probabilities of parts of an answer, from the log probabilities of its tokens.</summary>
public sealed class TokenProbabilities
{
    private readonly int[] ends;
    private readonly double[] sums;

    private TokenProbabilities(int[] ends, double[] sums)
    {
        this.ends = ends;
        this.sums = sums;
    }

    /// <summary>From tokens in order, or null when they are missing or do not spell the answer: then nothing can be said.</summary>
    /// <param name="tokens">Each token's UTF-8 bytes and natural log probability.</param>
    /// <param name="answer">The answer as UTF-8.</param>
    public static TokenProbabilities? From(
        IReadOnlyList<(ReadOnlyMemory<byte> Bytes, double LogProbability)> tokens,
        ReadOnlySpan<byte> answer
    )
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var reached = new List<int>(tokens.Count);
        var totals = new List<double>(tokens.Count + 1) { 0 };
        var end = 0;
        foreach (var (bytes, logProbability) in tokens)
        {
            // Servers append an end-of-turn token that the content leaves out; anything else that differs is not our text.
            if (end == answer.Length)
            {
                break;
            }

            if (!answer[end..].StartsWith(bytes.Span))
            {
                return null;
            }

            end += bytes.Length;
            reached.Add(end);
            totals.Add(totals[^1] + Math.Min(0, double.IsNaN(logProbability) ? 0 : logProbability));
        }

        return end > 0 && end == answer.Length ? new TokenProbabilities([.. reached], [.. totals]) : null;
    }

    /// <summary>The joint probability, 0..1, of all tokens that touch the bytes from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    public double Of(int start, int end)
    {
        var first = TokenAt(start);
        var last = TokenAt(end - 1);
        return Math.Exp(sums[last + 1] - sums[first]);
    }

    /// <summary>The index of the token that holds a byte.</summary>
    private int TokenAt(int position)
    {
        var found = Array.BinarySearch(ends, position + 1);
        // Empty tokens share an end: the first of them holds the byte.
        while (found > 0 && ends[found - 1] == ends[found])
        {
            found--;
        }

        return Math.Min(found >= 0 ? found : ~found, ends.Length - 1);
    }
}
