using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Extraction.Labels;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Parties;

/// <summary>Says which address block belongs to which party: by the heading above it, else by where and how it is printed.</summary>
internal static class PartyFinder
{
    private const double MaxHeadingDistance = 0.14;

    private static readonly IReadOnlyList<(PartyRole Role, LabelPhrase Phrase)> Headings =
    [
        .. new[] { PartyRole.Seller, PartyRole.Buyer, PartyRole.ShipTo }.SelectMany(role =>
            PartyReader.LabelsOf(role).Select(l => (role, new LabelPhrase(LabelText.Pieces(l), 1)))
        ),
    ];

    /// <summary>The parties of a document.</summary>
    public static PartyBlocks Find(IReadOnlyList<(Sheet Sheet, LabelFinder Finder)> sheets, LabelMap labels)
    {
        var blocks = new List<AddressBlock>();
        var labelled = new Dictionary<PartyRole, AddressBlock>();
        foreach (var (sheet, finder) in sheets.Take(4))
        {
            var onPage = new AddressBlockFinder(labels).Find(sheet).ToList();
            blocks.AddRange(onPage);
            foreach (var (role, block) in ByHeading(finder, onPage))
            {
                labelled.TryAdd(role, block);
            }
        }

        var text = string.Concat(sheets.SelectMany(s => s.Sheet.Page.Words).Select(w => TextFold.Squeeze(w.Text)));
        return new PartyBlocks(labelled, Guess(blocks.Except(labelled.Values).ToList(), labelled, text), blocks);
    }

    private static IEnumerable<(PartyRole Role, AddressBlock Block)> ByHeading(LabelFinder finder, List<AddressBlock> blocks)
    {
        var pairs = new List<(PartyRole Role, AddressBlock Block, double Distance, int Length)>();
        foreach (var (role, phrase) in Headings)
        {
            foreach (var hit in finder.Find(phrase, []).Where(h => h.Score >= 0.95 && IsAlone(h)))
            {
                pairs.AddRange(blocks.Select(b => (role, b, Distance(hit, b), phrase.Pieces.Count)));
            }
        }

        var takenBlocks = new HashSet<AddressBlock>(ReferenceEqualityComparer.Instance);
        var takenRoles = new HashSet<PartyRole>();
        foreach (
            var (role, block, _, _) in pairs
                .Where(p => p.Distance < MaxHeadingDistance)
                .OrderBy(p => p.Distance)
                .ThenByDescending(p => p.Length)
        )
        {
            if (!takenRoles.Contains(role) && takenBlocks.Add(block))
            {
                takenRoles.Add(role);
                yield return (role, block);
            }
        }
    }

    private static bool IsAlone(LabelHit hit) => hit.Tokens[^1].EndsLabel || hit.First.Tokens.Where(t => t.IsText).All(hit.Tokens.Contains);

    // A heading stands above its block or left of it; a block that begins right of the heading's column is farther away.
    private static double Distance(LabelHit hit, AddressBlock block)
    {
        var height = block.Sheet.LineHeight;
        var down = block.Box.Top - hit.Box.Bottom;
        if (down < -block.Box.Height - height || hit.Box.Left > block.Box.Right || hit.Box.Top > block.Box.Bottom)
        {
            return double.MaxValue;
        }

        var aside =
            Math.Abs(hit.Box.Left - block.Box.Left) < 2 * block.Sheet.LineHeightInWidths
                ? 0
                : 0.02 + (0.1 * Math.Max(0, block.Box.Left - hit.Box.Right));
        return Math.Max(0, down) + aside;
    }

    private static Dictionary<PartyRole, AddressBlock> Guess(
        List<AddressBlock> blocks,
        Dictionary<PartyRole, AddressBlock> labelled,
        string text
    )
    {
        var guessed = new Dictionary<PartyRole, AddressBlock>();
        // Goods often go where the invoice goes: the address of delivery is printed again for the buyer.
        var taken = labelled.Where(l => l.Key != PartyRole.ShipTo).Select(l => Key(l.Value)).ToHashSet(StringComparer.Ordinal);
        var free = blocks
            .Where(b => !taken.Contains(Key(b)))
            .DistinctBy(Key)
            .Select(b => (Block: b, Lean: SellerLean(b, text)))
            .OrderByDescending(b => b.Lean)
            .ToList();
        if (!labelled.ContainsKey(PartyRole.Seller) && free.Count > 0)
        {
            guessed[PartyRole.Seller] = free[0].Block;
            free.RemoveAt(0);
        }

        if (!labelled.ContainsKey(PartyRole.Buyer) && (free.Count > 0 || labelled.ContainsKey(PartyRole.ShipTo)))
        {
            guessed[PartyRole.Buyer] = free.Count > 0 ? free[^1].Block : labelled[PartyRole.ShipTo];
        }

        return guessed;
    }

    private static string Key(AddressBlock block) =>
        TextFold.Squeeze(block.City.PostalCode.Text) + TextFold.Squeeze(block.Street?.Text ?? "");

    // Senders print themselves in one line, at the very top or bottom, and more than once; receivers stand in the window.
    private static double SellerLean(AddressBlock block, string text)
    {
        var name = TextFold.Squeeze(block.Name?.Text ?? "");
        var isRepeated =
            name.Length > 4 && text.IndexOf(name, StringComparison.Ordinal) != text.LastIndexOf(name, StringComparison.Ordinal);
        var isInWindow = !block.IsOneLine && block.Box.Left < 0.5 && block.Box.Top is > 0.11 and < 0.42;
        return (block.IsOneLine ? 1 : 0)
            + (block.Box.Top < 0.12 ? 0.7 : 0)
            + (block.Box.Top > 0.8 ? 0.8 : 0)
            + (isRepeated ? 0.4 : 0)
            - (isInWindow ? 0.6 : 0)
            - (block.Sheet.PageNumber > 1 ? 0.3 : 0)
            - (block.Box.Top * 0.1);
    }
}
