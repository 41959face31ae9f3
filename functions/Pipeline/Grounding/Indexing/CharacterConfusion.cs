namespace GroundedDocs.Pipeline.Grounding.Indexing;

/// <summary>Which characters text recognition takes for each other. Two digits are never alike: another digit is another number.</summary>
internal static class CharacterConfusion
{
    private const double SameShape = 0.3;
    private const double AlikeShape = 0.5;

    // Pairs of folded letters whose printed shapes differ by a stroke.
    private static readonly HashSet<(char, char)> Alike =
    [
        .. new[]
        {
            "ce",
            "eo",
            "co",
            "uv",
            "nu",
            "nh",
            "hb",
            "mn",
            "ft",
            "rf",
            "vy",
            "vw",
            "ij",
            "jl",
            "tl",
            "ti",
            "aq",
            "gq",
            "gy",
            "ao",
            "ae",
            "dc",
            "kx",
            "pf",
            "g6",
            "b6",
        }.SelectMany(pair => new[] { (pair[0], pair[1]), (pair[1], pair[0]) }),
    ];

    /// <summary>One character for all that look the same.</summary>
    public static char ShapeOf(char c) =>
        c switch
        {
            'o' or 'q' or 'd' => '0',
            'i' or 'l' or 'j' => '1',
            'z' => '2',
            's' => '5',
            'g' => '9',
            'b' => '8',
            _ => c,
        };

    /// <summary>What reading one character as the other costs, 0..1.</summary>
    public static double Cost(char one, char other)
    {
        if (one == other)
        {
            return 0;
        }

        if (char.IsDigit(one) && char.IsDigit(other))
        {
            return 1;
        }

        return ShapeOf(one) == ShapeOf(other) ? SameShape
            : Alike.Contains((one, other)) ? AlikeShape
            : 1;
    }
}
