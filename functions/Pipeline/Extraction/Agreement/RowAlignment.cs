namespace GroundedDocs.Pipeline.Extraction.Agreement;

/// <summary>
/// Pairs the rows of two readings of one table, in order, so that as many cells as possible agree: a longest common subsequence
/// whose weights are the numbers of equal cells (Needleman and Wunsch, 1970, without gap costs).
/// </summary>
internal static class RowAlignment
{
    /// <summary>For each row of the first table the row of the second that it is paired with, or null.</summary>
    public static int?[] Align(int firstCount, int secondCount, Func<int, int, int> equalCells)
    {
        var best = new int[firstCount + 1, secondCount + 1];
        for (var i = firstCount - 1; i >= 0; i--)
        {
            for (var j = secondCount - 1; j >= 0; j--)
            {
                var paired = equalCells(i, j) is > 0 and var equal ? best[i + 1, j + 1] + equal : 0;
                best[i, j] = Math.Max(paired, Math.Max(best[i + 1, j], best[i, j + 1]));
            }
        }

        var pairs = new int?[firstCount];
        for (int i = 0, j = 0; i < firstCount && j < secondCount; )
        {
            if (equalCells(i, j) is > 0 and var equal && best[i, j] == best[i + 1, j + 1] + equal)
            {
                pairs[i++] = j++;
            }
            else if (best[i, j] == best[i + 1, j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return pairs;
    }
}
