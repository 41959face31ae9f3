using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>The words of a list, looked for among the cells of a line.</summary>
internal sealed class ListedWords(DocumentIndex index, string[] texts)
{
    // What a list of four may cost, one of eight twice that: a word that is misread or not read at all, two that are nearly right.
    private const double MaxCostPerWord = 0.25;
    private const double MisreadCost = 1;
    private const double NearlyCost = 0.5;

    // Three words in any order happen by chance, four of five as well.
    private const int FewestInAnyOrder = 4;
    private const int FewestWithGap = 5;

    private readonly ListCell[] wanted = [.. texts.Select(text => new ListCell(text, IsOneWord: true))];
    private readonly double most = MaxCostPerWord * texts.Length;

    /// <summary>The stretch of cells that prints the list best; null when there is none.</summary>
    public ListMatch? In(IReadOnlyList<WordRun> line)
    {
        var printed = line.Select(CellOf).ToList();
        return BestOf(line, printed, wanted.Length) ?? (wanted.Length >= FewestWithGap ? BestOf(line, printed, wanted.Length - 1) : null);
    }

    private ListMatch? BestOf(IReadOnlyList<WordRun> line, List<ListCell> printed, int length)
    {
        ListMatch? best = null;
        for (var first = 0; first + length <= line.Count; first++)
        {
            if (
                Compare(printed.GetRange(first, length)) is var (cost, isInOrder)
                && (best is null || (cost, !isInOrder).CompareTo((best.Cost, !best.IsInOrder)) < 0)
            )
            {
                var words = line.Skip(first).Take(length).SelectMany(cell => Enumerable.Range(cell.FirstWord, cell.WordCount));
                best = new ListMatch([.. words], cost, isInOrder);
            }
        }

        return best;
    }

    private (double Cost, bool IsInOrder)? Compare(List<ListCell> printed)
    {
        if (printed.Count < wanted.Length && !(printed[0].Says(wanted[0]) && printed[^1].Says(wanted[^1])))
        {
            return null;
        }

        var left = wanted.ToList();
        var other = new List<ListCell>();
        foreach (var cell in printed)
        {
            if (!Take(left, cell.Says))
            {
                other.Add(cell);
            }

            if (other.Count * NearlyCost > most)
            {
                return null;
            }
        }

        var cost = MisreadCost * (wanted.Length - printed.Count);
        foreach (var cell in other)
        {
            cost +=
                Take(left, cell.IsNearly) ? NearlyCost
                : Take(left, cell.IsLike) ? MisreadCost
                : double.PositiveInfinity;
        }

        var isInOrder = printed.Count == wanted.Length && printed.Zip(wanted).All(pair => pair.First.IsLike(pair.Second));
        return cost <= most && (isInOrder || wanted.Length >= FewestInAnyOrder) ? (cost, isInOrder) : null;
    }

    private static bool Take(List<ListCell> left, Predicate<ListCell> isMeant)
    {
        var found = left.FindIndex(isMeant);
        if (found >= 0)
        {
            left.RemoveAt(found);
        }

        return found >= 0;
    }

    private ListCell CellOf(WordRun run) =>
        new(
            string.Concat(Enumerable.Range(run.FirstWord, run.WordCount).Select(word => index.Words[word].Source.Text)),
            IsOneWord: run.WordCount == 1
        );
}
