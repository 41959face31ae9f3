namespace GroundedDocs.Pipeline.Grounding.Assignment;

/// <summary>
/// Minimum-cost assignment of rows to columns by shortest augmenting paths with potentials (the Hungarian method in the
/// form of Jonker and Volgenant, Computing 38, 1987). Costs rows² × columns.
/// </summary>
internal static class AssignmentSolver
{
    /// <summary>The column of each row. There are at least as many columns as rows; infinite costs are forbidden pairs.</summary>
    public static int[] Solve(double[,] cost)
    {
        var rows = cost.GetLength(0);
        var columns = cost.GetLength(1);
        var rowPotential = new double[rows + 1];
        var columnPotential = new double[columns + 1];
        var rowOf = new int[columns + 1];
        for (var row = 1; row <= rows; row++)
        {
            Augment(cost, row, rowPotential, columnPotential, rowOf);
        }

        var columnOf = new int[rows];
        for (var column = 1; column <= columns; column++)
        {
            if (rowOf[column] > 0)
            {
                columnOf[rowOf[column] - 1] = column - 1;
            }
        }

        return columnOf;
    }

    // Indices are 1-based; column 0 stands for the row that is being placed.
    private static void Augment(double[,] cost, int row, double[] rowPotential, double[] columnPotential, int[] rowOf)
    {
        var columns = rowOf.Length - 1;
        var slack = new double[columns + 1];
        var previous = new int[columns + 1];
        var isDone = new bool[columns + 1];
        Array.Fill(slack, double.PositiveInfinity);
        rowOf[0] = row;
        var at = 0;
        do
        {
            isDone[at] = true;
            var here = rowOf[at];
            var step = double.PositiveInfinity;
            var next = 0;
            for (var column = 1; column <= columns; column++)
            {
                if (isDone[column])
                {
                    continue;
                }

                var reduced = cost[here - 1, column - 1] - rowPotential[here] - columnPotential[column];
                if (reduced < slack[column])
                {
                    slack[column] = reduced;
                    previous[column] = at;
                }

                if (slack[column] < step)
                {
                    step = slack[column];
                    next = column;
                }
            }

            Shift(step, isDone, slack, rowPotential, columnPotential, rowOf);
            at = next;
        } while (rowOf[at] != 0);

        for (; at != 0; at = previous[at])
        {
            rowOf[at] = rowOf[previous[at]];
        }
    }

    private static void Shift(double step, bool[] isDone, double[] slack, double[] rowPotential, double[] columnPotential, int[] rowOf)
    {
        for (var column = 0; column < isDone.Length; column++)
        {
            if (isDone[column])
            {
                rowPotential[rowOf[column]] += step;
                columnPotential[column] -= step;
            }
            else
            {
                slack[column] -= step;
            }
        }
    }
}
