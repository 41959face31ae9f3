using GroundedDocs.Pipeline.Extraction.Labels;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Tables;

/// <summary>Tells the lines that end a table, or stand in it without being one of its rows.</summary>
internal sealed class SumLines
{
    private static readonly string[] SumConcepts =
    [
        "total",
        "subtotal",
        "line_total",
        "tax",
        "balance_due",
        "discount",
        "shipping",
        "paid",
        "gross_amount",
        "rounding",
    ];
    private static readonly IReadOnlyList<LabelPhrase> Sums =
    [
        .. SumConcepts.SelectMany(id => ConceptLexicon.Get(id).Labels).Select(l => new LabelPhrase(LabelText.Pieces(l), 1)),
    ];
    private static readonly IReadOnlyList<LabelPhrase> Carried =
    [
        .. Lexicons.Read<string[]>("carried").Select(l => new LabelPhrase(LabelText.Pieces(l), 1)),
    ];
    private readonly HashSet<Segment> sums = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Segment> carried = new(ReferenceEqualityComparer.Instance);

    public SumLines(IEnumerable<LabelFinder> finders)
    {
        foreach (var finder in finders)
        {
            Mark(finder, Sums, sums);
            Mark(finder, Carried, carried);
        }
    }

    /// <summary>Whether a row is a sum: a sum's label with nothing but one amount behind it.</summary>
    public bool IsSum(IReadOnlyList<Segment> row) =>
        row.Any(s =>
            sums.Contains(s)
            && (
                s.Right is { Right: null }
                || (s == row[0] && row.Skip(1).All(other => other.Text.Any(char.IsDigit) || other.Tokens.Count == 1))
            )
        );

    /// <summary>Whether a row repeats a sum of the page before, or announces the next page.</summary>
    public bool IsCarried(IReadOnlyList<Segment> row) => row.Any(carried.Contains);

    private static void Mark(LabelFinder finder, IReadOnlyList<LabelPhrase> phrases, HashSet<Segment> marked) =>
        marked.UnionWith(
            phrases.SelectMany(p => finder.Find(p, [])).Where(h => h.Score >= 0.9 && h.Tokens[0] == h.First.Tokens[0]).Select(h => h.First)
        );
}
