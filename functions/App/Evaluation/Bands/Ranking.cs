namespace GroundedDocs.App.Evaluation.Bands;

/// <summary>How well scores put right answers before wrong ones.</summary>
internal static class Ranking
{
    /// <summary>
    /// Area under the receiver operating characteristic: the probability that a right answer scores higher than a wrong one, ties
    /// counted half (the rank sum of Mann and Whitney). Null when all answers are right or all are wrong.
    /// </summary>
    public static double? Auroc(IReadOnlyCollection<(double Score, bool IsRight)> answers)
    {
        var (right, wrong) = (answers.Count(answer => answer.IsRight), answers.Count(answer => !answer.IsRight));
        if (right == 0 || wrong == 0)
        {
            return null;
        }

        var (rankSum, before) = (0.0, 0);
        foreach (var ties in answers.GroupBy(answer => answer.Score).OrderBy(group => group.Key))
        {
            var count = ties.Count();
            rankSum += ties.Count(answer => answer.IsRight) * (before + before + count + 1) / 2.0;
            before += count;
        }

        return (rankSum - (right * (right + 1) / 2.0)) / ((double)right * wrong);
    }
}
