namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>
/// Fits a <see cref="ConfidenceModel"/> by gradient boosting of the logistic loss with second-order steps (J. H. Friedman,
/// Annals of Statistics 29, 2001; T. Chen and C. Guestrin, KDD 2016), leaves kept monotone in the features that have a
/// direction. Chance is seeded: equal examples give equal models.
/// </summary>
internal static class GradientBoosting
{
    private const int Seed = 1;
    private const int Rounds = 150;
    private const double Rate = 0.1;
    private const int MaxDepth = 4;

    // Each tree sees a part of the features and examples, drawn anew, so that none of them rules the sum.
    private const double FeatureShare = 0.5;
    private const double ExampleShare = 0.7;
    private const int MaxThresholds = 24;
    private const double LeafPenalty = 4;
    private const double MinLeafCurvature = 3;
    private const double MinGain = 0.5;

    /// <summary>The model; an empty list of examples throws <see cref="ArgumentException"/>.</summary>
    public static ConfidenceModel Fit(IReadOnlyList<CalibrationExample> examples)
    {
        if (examples.Count == 0)
        {
            throw new ArgumentException("A model is fitted on at least one example.", nameof(examples));
        }

        var right = examples.Where(e => e.IsRight).Sum(e => e.Weight) + 1;
        var wrong = examples.Where(e => !e.IsRight).Sum(e => e.Weight) + 1;
        var bias = Math.Round(Math.Log(right / wrong), 4);
        var rows = examples.Select(e => new Row(e) { LogOdds = bias }).ToArray();
        var thresholds = Enum.GetValues<ConfidenceFeature>().Select(feature => Thresholds(rows, feature)).ToArray();
        var chance = new Random(Seed);
        var trees = new List<TreeNode>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var row in rows)
            {
                row.Derive();
            }

            var drawn = rows.Where(_ => chance.NextDouble() < ExampleShare).ToArray();
            var seen = Enum.GetValues<ConfidenceFeature>().Where(_ => chance.NextDouble() < FeatureShare).ToArray();
            var tree = new Growth(thresholds, seen).Grow(drawn, 0, double.NegativeInfinity, double.PositiveInfinity);
            trees.Add(tree);
            foreach (var row in rows)
            {
                row.LogOdds += tree.Answer(row.Features);
            }
        }

        return new ConfidenceModel(bias, trees);
    }

    // Quantiles of the numbers that occur, so that every threshold parts some examples.
    private static double[] Thresholds(Row[] rows, ConfidenceFeature feature)
    {
        var values = rows.Select(r => r.Features[feature]).Order().ToArray();
        return
        [
            .. Enumerable
                .Range(1, MaxThresholds)
                .Select(i => Math.Round(values[(long)i * (values.Length - 1) / (MaxThresholds + 1)], 3))
                .Concat(values.Distinct().Count() <= MaxThresholds ? values.Distinct().Select(v => Math.Round(v, 3)) : [])
                .Distinct()
                .Where(t => t > values[0])
                .Order(),
        ];
    }

    /// <summary>Grows one tree on some of the features.</summary>
    private sealed class Growth(double[][] thresholds, ConfidenceFeature[] features)
    {
        public TreeNode Grow(Row[] rows, int depth, double least, double most)
        {
            var all = Sum.Of(rows);
            var best = default(Split);
            if (depth < MaxDepth)
            {
                foreach (var feature in features.Where(f => thresholds[(int)f].Length > 0))
                {
                    best = BestSplit(rows, feature, thresholds[(int)feature], all, least, most, best);
                }
            }

            if (best.Gain < MinGain)
            {
                return new TreeNode { Value = Math.Round(Rate * all.Leaf(least, most), 4) };
            }

            var (less, more) = (best.Less.Leaf(least, most), best.More.Leaf(least, most));
            var middle = (less + more) / 2;
            var direction = FeatureDirection.Of(best.Feature);
            var below = rows.Where(r => r.Features[best.Feature] < best.Threshold).ToArray();
            var above = rows.Where(r => r.Features[best.Feature] >= best.Threshold).ToArray();
            return new TreeNode
            {
                Feature = best.Feature,
                Below = best.Threshold,
                Less = Grow(below, depth + 1, direction < 0 ? middle : least, direction > 0 ? middle : most),
                More = Grow(above, depth + 1, direction > 0 ? middle : least, direction < 0 ? middle : most),
            };
        }

        private static Split BestSplit(
            Row[] rows,
            ConfidenceFeature feature,
            double[] thresholds,
            Sum all,
            double least,
            double most,
            Split best
        )
        {
            var bins = new Sum[thresholds.Length + 1];
            foreach (var row in rows)
            {
                // One more bin for every threshold that the number reaches.
                var at = Array.BinarySearch(thresholds, row.Features[feature]);
                bins[at >= 0 ? at + 1 : ~at] += row.Slope;
            }

            var less = default(Sum);
            var direction = FeatureDirection.Of(feature);
            for (var i = 0; i < thresholds.Length; i++)
            {
                less += bins[i];
                var more = all - less;
                if (less.Curvature < MinLeafCurvature || more.Curvature < MinLeafCurvature)
                {
                    continue;
                }

                var rise = more.Leaf(least, most) - less.Leaf(least, most);
                var gain = less.Gain + more.Gain - all.Gain;
                if (gain > best.Gain && rise * direction >= 0)
                {
                    best = new Split(feature, thresholds[i], gain, less, more);
                }
            }

            return best;
        }
    }

    private sealed class Row(CalibrationExample example)
    {
        public ConfidenceFeatures Features { get; } = example.Features!;

        public double LogOdds { get; set; }

        public Sum Slope { get; private set; }

        public void Derive()
        {
            var probability = 1 / (1 + Math.Exp(-LogOdds));
            Slope = new Sum(example.Weight * ((example.IsRight ? 1 : 0) - probability), example.Weight * probability * (1 - probability));
        }
    }

    /// <summary>Sums of the first and second derivatives of the likelihood.</summary>
    private readonly record struct Sum(double Slope, double Curvature)
    {
        public double Gain => Slope * Slope / (Curvature + LeafPenalty) / 2;

        public static Sum operator +(Sum one, Sum other) => new(one.Slope + other.Slope, one.Curvature + other.Curvature);

        public static Sum operator -(Sum one, Sum other) => new(one.Slope - other.Slope, one.Curvature - other.Curvature);

        public static Sum Of(Row[] rows)
        {
            var sum = default(Sum);
            foreach (var row in rows)
            {
                sum += row.Slope;
            }

            return sum;
        }

        public double Leaf(double least, double most) => Math.Clamp(Slope / (Curvature + LeafPenalty), least, most);
    }

    private readonly record struct Split(ConfidenceFeature Feature, double Threshold, double Gain, Sum Less, Sum More);
}
