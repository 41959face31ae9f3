using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>
/// Edit distance between a value and a stretch of printed text, weighted by which characters are read for each other
/// (Wagner and Fischer's recurrence, kept to a band around the diagonal).
/// </summary>
internal static class FuzzyAlignment
{
    private const double DigitCost = 4;

    // One such digit a number is forgiven, two are not.
    private const double UnsureDigitCost = 0.8;

    // Two characters that run into each other are read as one letter: rn as m, a written 74 as n.
    private const double MergeCost = 1.2;

    /// <summary>The result of aligning a value with a window of text.</summary>
    /// <param name="Cost">Sum of the costs of all edits.</param>
    /// <param name="Start">Where the value begins in the window.</param>
    /// <param name="End">Where it ends.</param>
    public readonly record struct Match(double Cost, int Start, int End);

    /// <summary>
    /// The stretch of the window that fits the value best; its ends are free. Unless <paramref name="areDigitsOpen"/>
    /// says so for a position of the window, a digit stands for another digit only at the price of four letters.
    /// </summary>
    public static Match Align(ReadOnlySpan<char> value, ReadOnlySpan<char> window, int slack, Func<int, bool> areDigitsOpen)
    {
        var (before, previous, current) = (new double[window.Length + 1], new double[window.Length + 1], new double[window.Length + 1]);
        var (beforeStart, previousStart, currentStart) = (
            new int[window.Length + 1],
            new int[window.Length + 1],
            new int[window.Length + 1]
        );
        Array.Fill(before, double.PositiveInfinity);
        for (var column = 0; column <= window.Length; column++)
        {
            previousStart[column] = column;
        }

        for (var row = 1; row <= value.Length; row++)
        {
            Array.Fill(current, double.PositiveInfinity);
            var from = Math.Max(0, row - slack);
            var to = Math.Min(window.Length, row + (3 * slack));
            for (var column = from; column <= to; column++)
            {
                var best = previous[column] + GapCost(value[row - 1]);
                var start = previousStart[column];
                if (
                    column > 0
                    && previous[column - 1] + Substitution(value[row - 1], window[column - 1], column - 1, areDigitsOpen) is var replaced
                    && replaced <= best
                )
                {
                    (best, start) = (replaced, previousStart[column - 1]);
                }

                if (column > 0 && char.IsLetter(window[column - 1]) && before[column - 1] + MergeCost is var merged && merged < best)
                {
                    (best, start) = (merged, beforeStart[column - 1]);
                }

                if (column > from && current[column - 1] + GapCost(window[column - 1]) is var inserted && inserted < best)
                {
                    (best, start) = (inserted, currentStart[column - 1]);
                }

                current[column] = best;
                currentStart[column] = start;
            }

            (before, previous, current) = (previous, current, before);
            (beforeStart, previousStart, currentStart) = (previousStart, currentStart, beforeStart);
        }

        // The longest of equally good stretches, so that a misread last letter is not cut off.
        var end = 0;
        for (var column = 1; column <= window.Length; column++)
        {
            end = previous[column] <= previous[end] ? column : end;
        }

        return new Match(previous[end], previousStart[end], end);
    }

    /// <summary>What leaving out a text costs.</summary>
    public static double GapCost(ReadOnlySpan<char> text)
    {
        var cost = 0.0;
        foreach (var c in text)
        {
            cost += GapCost(c);
        }

        return cost;
    }

    private static double Substitution(char wanted, char printed, int at, Func<int, bool> areDigitsOpen)
    {
        if (wanted == printed)
        {
            return 0;
        }

        return !char.IsDigit(wanted) || !char.IsDigit(printed) ? CharacterConfusion.Cost(wanted, printed)
            : areDigitsOpen(at) ? UnsureDigitCost
            : DigitCost;
    }

    private static double GapCost(char c) => char.IsDigit(c) ? DigitCost : 1;
}
