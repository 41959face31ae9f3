namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>Weighted logistic regression with an L2 penalty, by Newton's method (iteratively reweighted least squares).</summary>
internal static class LogisticRegression
{
    private const int MaxIterations = 50;
    private const double Penalty = 1;
    private const double Converged = 1e-8;

    /// <summary>The weights that maximise the penalised likelihood.</summary>
    public static double[] Fit(IReadOnlyList<(double[] Features, bool IsRight, double Weight)> examples)
    {
        var size = examples[0].Features.Length;
        var weights = new double[size];
        for (var iteration = 0; iteration < MaxIterations; iteration++)
        {
            var step = Step(examples, weights);
            var change = 0.0;
            for (var i = 0; i < size; i++)
            {
                weights[i] += step[i];
                change = Math.Max(change, Math.Abs(step[i]));
            }

            if (change < Converged)
            {
                break;
            }
        }

        return weights;
    }

    private static double[] Step(IReadOnlyList<(double[] Features, bool IsRight, double Weight)> examples, double[] weights)
    {
        var size = weights.Length;
        var system = new double[size, size + 1];
        for (var i = 0; i < size; i++)
        {
            system[i, i] = Penalty;
            system[i, size] = -Penalty * weights[i];
        }

        foreach (var (features, isRight, weight) in examples)
        {
            var probability = 1 / (1 + Math.Exp(-Dot(features, weights)));
            var curvature = weight * Math.Max(1e-9, probability * (1 - probability));
            for (var i = 0; i < size; i++)
            {
                system[i, size] += weight * ((isRight ? 1 : 0) - probability) * features[i];
                for (var j = 0; j < size; j++)
                {
                    system[i, j] += curvature * features[i] * features[j];
                }
            }
        }

        return Solve(system);
    }

    // Gauss-Jordan elimination; the penalty keeps the pivots positive.
    private static double[] Solve(double[,] system)
    {
        var size = system.GetLength(0);
        for (var pivot = 0; pivot < size; pivot++)
        {
            for (var row = 0; row < size; row++)
            {
                if (row == pivot)
                {
                    continue;
                }

                var factor = system[row, pivot] / system[pivot, pivot];
                for (var column = pivot; column <= size; column++)
                {
                    system[row, column] -= factor * system[pivot, column];
                }
            }
        }

        var solution = new double[size];
        for (var i = 0; i < size; i++)
        {
            solution[i] = system[i, size] / system[i, i];
        }

        return solution;
    }

    private static double Dot(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }
}
