namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>Parts of the examples that are held out in turn, as a fold's number for each document.</summary>
internal static class Folds
{
    private const int Count = 5;

    /// <summary>Folds of about equal size that leave groups whole; the largest group is dealt first, each to the smallest fold.</summary>
    public static Dictionary<string, int> Even(IReadOnlyList<CalibrationExample> examples, Func<CalibrationExample, string> groupOf)
    {
        var sizes = new int[Count];
        var folds = new Dictionary<string, int>(StringComparer.Ordinal);
        var groups = examples
            .GroupBy(groupOf, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var fold = Array.IndexOf(sizes, sizes.Min());
            sizes[fold] += group.Count();
            foreach (var document in group.Select(e => e.Document).Distinct(StringComparer.Ordinal))
            {
                folds.Add(document, fold);
            }
        }

        return folds;
    }

    /// <summary>A fold for each set.</summary>
    public static Dictionary<string, int> BySet(IReadOnlyList<CalibrationExample> examples)
    {
        var sets = examples.Select(e => e.Set).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return examples.DistinctBy(e => e.Document).ToDictionary(e => e.Document, e => sets.IndexOf(e.Set), StringComparer.Ordinal);
    }
}
