namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>
/// Fits a <see cref="ConfidenceModel"/> of extremely randomized trees (P. Geurts, D. Ernst and L. Wehenkel, Machine Learning 63, 2006):
/// every node asks the best of some questions drawn by chance, and the trees' answers are averaged. Where an example is like none that
/// was seen, the trees disagree, so that strange documents get cautious numbers. No question may turn a feature against its direction.
/// Chance is seeded: equal examples give equal models.
/// </summary>
internal static class RandomizedTrees
{
    private const int Seed = 1;
    private const int Trees = 50;
    private const int QuestionsANode = 12;
    private const int MinLeafExamples = 3;
    private const int Decimals = 3;

    // As if every leaf had seen this much of a right and of a wrong example besides its own: few examples prove nothing, however alike.
    private const double Doubt = 0.2;

    /// <summary>The model; an empty list of examples throws <see cref="ArgumentException"/>.</summary>
    public static ConfidenceModel Fit(IReadOnlyList<CalibrationExample> examples)
    {
        if (examples.Count == 0)
        {
            throw new ArgumentException("A model is fitted on at least one example.", nameof(examples));
        }

        var chance = new Random(Seed);
        return new ConfidenceModel([.. Enumerable.Range(0, Trees).Select(_ => Grow([.. examples], chance))]);
    }

    private static TreeNode Grow(CalibrationExample[] examples, Random chance)
    {
        var all = Tally.Of(examples);
        if (all.IsPure || BestQuestion(examples, all, chance) is not { } question)
        {
            return new TreeNode { Value = Math.Round((all.Right + Doubt) / (all.Weight + (2 * Doubt)), Decimals) };
        }

        return new TreeNode
        {
            Feature = question.Feature,
            Below = question.Below,
            Less = Grow([.. examples.Where(question.IsLess)], chance),
            More = Grow([.. examples.Where(example => !question.IsLess(example))], chance),
        };
    }

    // The question that parts right from wrong best, of those that leave enough examples on both sides.
    private static Question? BestQuestion(CalibrationExample[] examples, Tally all, Random chance)
    {
        Question? best = null;
        var least = double.MaxValue;
        var features = Enum.GetValues<ConfidenceFeature>();
        chance.Shuffle(features);
        foreach (var question in features.Select(f => Draw(f, examples, chance)).OfType<Question>().Take(QuestionsANode))
        {
            var less = Tally.Of(examples.Where(question.IsLess));
            var more = all - less;
            var rise = (more.Share - less.Share) * FeatureDirection.Of(question.Feature);
            var left = less.Impurity + more.Impurity;
            if (less.Count >= MinLeafExamples && more.Count >= MinLeafExamples && rise >= 0 && left < least)
            {
                (best, least) = (question, left);
            }
        }

        return best;
    }

    // A threshold anywhere between the examples' numbers; none where all are equal.
    private static Question? Draw(ConfidenceFeature feature, CalibrationExample[] examples, Random chance)
    {
        var (least, most) = (double.MaxValue, double.MinValue);
        foreach (var example in examples)
        {
            least = Math.Min(least, example.Features![feature]);
            most = Math.Max(most, example.Features[feature]);
        }

        var below = Math.Round(least + (chance.NextDouble() * (most - least)), Decimals);
        return below > least && below <= most ? new Question(feature, below) : null;
    }

    private sealed record Question(ConfidenceFeature Feature, double Below)
    {
        public bool IsLess(CalibrationExample example) => example.Features![Feature] < Below;
    }

    /// <summary>How many examples, and what they weigh.</summary>
    private readonly record struct Tally(int Count, double Right, double Weight)
    {
        public double Share => Weight > 0 ? Right / Weight : 0;

        public bool IsPure => Right <= 0 || Right >= Weight;

        /// <summary>Gini's index, times the weight.</summary>
        public double Impurity => Share * (Weight - Right);

        public static Tally operator -(Tally one, Tally other) =>
            new(one.Count - other.Count, one.Right - other.Right, one.Weight - other.Weight);

        public static Tally Of(IEnumerable<CalibrationExample> examples)
        {
            var (count, right, weight) = (0, 0.0, 0.0);
            foreach (var example in examples)
            {
                count++;
                right += example.IsRight ? example.Weight : 0;
                weight += example.Weight;
            }

            return new Tally(count, right, weight);
        }
    }
}
