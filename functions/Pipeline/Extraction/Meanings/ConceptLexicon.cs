using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Meanings;

/// <summary>The concepts that are built in.</summary>
internal static class ConceptLexicon
{
    // Below this share of common words a field's name means something else.
    private const double MinNameOverlap = 0.66;

    private static readonly IReadOnlyList<Concept> Concepts = Lexicons.Read<Concept[]>("concepts");

    private static readonly IReadOnlyList<(Concept Concept, string[] Pieces)> Names =
    [
        .. Concepts.SelectMany(c => c.Names.Select(n => (c, Meaningful(LabelText.Pieces(n))))),
    ];

    /// <summary>Every concept.</summary>
    public static IReadOnlyList<Concept> All => Concepts;

    /// <summary>The concept of an id.</summary>
    public static Concept Get(string id) => Concepts.First(c => c.Id == id);

    /// <summary>The concept that a field's name means, or null.</summary>
    public static Concept? Find(IReadOnlyList<string> namePieces) => Find(namePieces, _ => true);

    /// <summary>The concept that the name of a table's column means, or null.</summary>
    public static Concept? FindColumn(IReadOnlyList<string> namePieces) => Find(namePieces, c => c.IsColumn);

    private static Concept? Find(IReadOnlyList<string> namePieces, Func<Concept, bool> mayBe)
    {
        var wanted = Meaningful(namePieces);
        var best = (Concept: (Concept?)null, Overlap: 0.0);
        foreach (var (concept, pieces) in Names.Where(n => mayBe(n.Concept)))
        {
            var common = pieces.Count(wanted.Contains);
            var overlap = (double)common / Math.Max(1, pieces.Union(wanted).Count());
            if (overlap > best.Overlap)
            {
                best = (concept, overlap);
            }
        }

        return best.Overlap >= MinNameOverlap ? best.Concept : null;
    }

    private static string[] Meaningful(IReadOnlyList<string> pieces) =>
        [.. pieces.Where(p => !LabelText.IsNoise(p) || pieces.Count == 1).Distinct()];
}
