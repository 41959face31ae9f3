namespace GroundedDocs.Pipeline.Grounding.Indexing;

/// <summary>
/// Where each group of three characters occurs in the squeezed text, characters that are read for each other (0 and o,
/// 1 and l, 5 and s) taken as one. Positions lie in one array, sorted by trigram.
/// </summary>
internal sealed class TrigramIndex
{
    private const int Classes = 37;
    private const int Codes = Classes * Classes * Classes;
    private readonly int[] starts = new int[Codes + 1];
    private readonly int[] positions;

    public TrigramIndex(string squeezed)
    {
        positions = new int[Math.Max(0, squeezed.Length - 2)];
        for (var at = 0; at < positions.Length; at++)
        {
            starts[CodeAt(squeezed, at) + 1]++;
        }

        for (var code = 0; code < Codes; code++)
        {
            starts[code + 1] += starts[code];
        }

        var next = starts.AsSpan(0, Codes).ToArray();
        for (var at = 0; at < positions.Length; at++)
        {
            positions[next[CodeAt(squeezed, at)]++] = at;
        }
    }

    /// <summary>Where the trigram that begins at <paramref name="at"/> of a text occurs.</summary>
    public ReadOnlySpan<int> Positions(ReadOnlySpan<char> text, int at)
    {
        var code = CodeAt(text, at);
        return positions.AsSpan(starts[code], starts[code + 1] - starts[code]);
    }

    private static int CodeAt(ReadOnlySpan<char> text, int at) =>
        (((ClassOf(text[at]) * Classes) + ClassOf(text[at + 1])) * Classes) + ClassOf(text[at + 2]);

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
}
