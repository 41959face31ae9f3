namespace GroundedDocs.Pipeline.Grounding.Indexing;

/// <summary>A polynomial hash that grows character by character, so that all prefixes of a value are looked up in one pass.</summary>
internal static class TextHash
{
    private const ulong Factor = 1099511628211;

    public static ulong Append(ulong hash, char c) => (hash * Factor) + c + 1;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = 0UL;
        foreach (var c in text)
        {
            hash = Append(hash, c);
        }

        return hash;
    }

    /// <summary>Spreads the hash over its lower bits.</summary>
    public static int Bucket(ulong hash, int mask)
    {
        hash ^= hash >> 32;
        hash *= 0x9E3779B97F4A7C15;
        return (int)(hash >> 40) & mask;
    }
}
