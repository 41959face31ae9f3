using System.Numerics;

namespace GroundedDocs.Pipeline.Grounding.Indexing;

/// <summary>
/// Where each group of three characters occurs in the squeezed text, characters that are read for each other (0 and o,
/// 1 and l, 5 and s) taken as one. Positions lie in one array, sorted into about as many buckets as there are.
/// </summary>
internal sealed class TrigramIndex
{
    private const int Classes = 37;

    // Spreads neighbouring codes over the buckets (Knuth's multiplicative hashing).
    private const uint Spread = 2654435761;

    private readonly int shift;
    private readonly int[] starts;
    private readonly Entry[] entries;

    public TrigramIndex(string squeezed)
    {
        var codes = CodesOf(squeezed);
        var buckets = BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, codes.Length));
        shift = 32 - BitOperations.Log2(buckets);
        starts = new int[buckets + 1];
        foreach (var code in codes)
        {
            starts[BucketOf(code)]++;
        }

        for (var bucket = 1; bucket < starts.Length; bucket++)
        {
            starts[bucket] += starts[bucket - 1];
        }

        // From the last, so that a bucket's positions rise and its start ends where it belongs.
        entries = new Entry[codes.Length];
        for (var at = codes.Length - 1; at >= 0; at--)
        {
            entries[--starts[BucketOf(codes[at])]] = new Entry(codes[at], at);
        }
    }

    /// <summary>The codes of a text's trigrams, in order.</summary>
    public static int[] CodesOf(ReadOnlySpan<char> text)
    {
        var codes = new int[Math.Max(0, text.Length - 2)];
        for (var at = 0; at < codes.Length; at++)
        {
            codes[at] = (((ClassOf(text[at]) * Classes) + ClassOf(text[at + 1])) * Classes) + ClassOf(text[at + 2]);
        }

        return codes;
    }

    /// <summary>Adds the positions at which a trigram occurs, rising.</summary>
    public void AddPositions(int code, List<int> positions)
    {
        var bucket = BucketOf(code);
        foreach (var entry in entries.AsSpan(starts[bucket], starts[bucket + 1] - starts[bucket]))
        {
            if (entry.Code == code)
            {
                positions.Add(entry.Position);
            }
        }
    }

    private int BucketOf(int code) => (int)(((uint)code * Spread) >> shift);

    private static int ClassOf(char c)
    {
        var shape = CharacterConfusion.ShapeOf(c);
        return shape switch
        {
            >= '0' and <= '9' => shape - '0',
            >= 'a' and <= 'z' => shape - 'a' + 10,
            _ => shape % Classes,
        };
    }

    private readonly record struct Entry(int Code, int Position);
}
