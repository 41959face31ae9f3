namespace GroundedDocs.Orchestration.WorkList;

/// <summary>The documents that came in on one day (UTC), in numbers.</summary>
/// <param name="Day">The day.</param>
/// <param name="States">Documents by where they stand today.</param>
/// <param name="Pages">Pages worked on.</param>
/// <param name="High">Fields in the band <c>hi</c>.</param>
/// <param name="Medium">Fields in the band <c>med</c>.</param>
/// <param name="Low">Fields in the band <c>low</c>.</param>
/// <param name="Cost">What the work cost, in the currency of the prices.</param>
/// <param name="Columns">Values of approved documents by column: how many were seen, and how many were changed.</param>
public sealed record DayFigures(
    DateOnly Day,
    IReadOnlyDictionary<WorkState, int> States,
    int Pages,
    int High,
    int Medium,
    int Low,
    double Cost,
    IReadOnlyDictionary<string, (int Seen, int Changed)> Columns
)
{
    /// <summary>All documents of the day.</summary>
    public int Documents => States.Values.Sum();
}
