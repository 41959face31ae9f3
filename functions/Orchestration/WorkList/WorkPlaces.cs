using System.Globalization;
using GroundedDocs.Documents.Results;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Storage;

namespace GroundedDocs.Orchestration.WorkList;

/// <summary>
/// Where an entry is listed. Every combination of filters is a partition of its own, and every order a stretch of keys in it,
/// so that any page of any list is one range of rows, however many documents there are.
/// </summary>
internal static class WorkPlaces
{
    private const string Any = "-";

    /// <summary>The first letter of the keys that list everything that was asked for, newest first, for programs rather than people.</summary>
    private const string Asked = "a";

    /// <summary>Ten thousandths in a score; an entry without one comes after all others.</summary>
    private const int ScoreSteps = 10_000;

    private const int ScoreDigits = 5;

    /// <summary>Characters of a moment in a key: the letter of its order and 19 digits of ticks.</summary>
    private const int MomentCharacters = 20;

    /// <summary>The partition of an owner's entries themselves.</summary>
    public static string Entries(string owner) => SafeKey.Of(owner) + "~entries";

    /// <summary>The partition of the domains that an owner's documents were ever of.</summary>
    public static string Domains(string owner) => SafeKey.Of(owner) + "~domains";

    /// <summary>The partition that a filter reads.</summary>
    public static string List(string owner, WorkState? state, string? domain, ConfidenceBand? band) =>
        string.Join(
            '~',
            SafeKey.Of(owner),
            "list",
            state?.ToString().ToLowerInvariant() ?? Any,
            domain is null ? Any : SafeKey.Of(domain),
            band?.ToString().ToLowerInvariant() ?? Any
        );

    /// <summary>The partition of the figures of a day (UTC).</summary>
    public static string Day(string owner, DateTimeOffset moment) => SafeKey.Of(owner) + "~day~" + DayKey.Of(moment);

    /// <summary>
    /// All places of an entry: in the list of everything, and, unless its document is only recognised, in the lists of all filters that
    /// let it through, in every order, and in its day.
    /// </summary>
    public static IEnumerable<WorkPlace> Of(string owner, WorkEntry entry)
    {
        var (all, ticks) = (List(owner, null, null, null), Ticks(WorkOrder.Newest, entry.CreatedAt));
        WorkPlace[] asked = [new WorkPlace(all, $"{Asked}{ticks}-{entry.Id}")];
        return entry.Task == RunTask.Recognize
            ? asked
            : Lists(owner, entry)
                .SelectMany(list => Enum.GetValues<WorkOrder>().Select(order => new WorkPlace(list, Key(order, entry))))
                .Append(new WorkPlace(Day(owner, entry.CreatedAt), entry.Id))
                .Concat(asked);
    }

    /// <summary>The partition that lists everything that was asked for, and the keys around it.</summary>
    public static (string List, string After, string End) Everything(string owner) => (List(owner, null, null, null), Asked, Asked + "~");

    /// <summary>The id in the key of a place.</summary>
    public static string IdOf(string key) => key[(key.LastIndexOf('-') + 1)..];

    /// <summary>The first letters of the keys of an order.</summary>
    public static string Prefix(WorkOrder order) =>
        order switch
        {
            WorkOrder.Newest => "n",
            WorkOrder.Oldest => "o",
            _ => "s",
        };

    /// <summary>The moment as it stands in the keys of an order by time.</summary>
    public static string Moment(WorkOrder order, DateTimeOffset moment) => Prefix(order) + Ticks(order, moment);

    private static string Ticks(WorkOrder order, DateTimeOffset moment)
    {
        var ticks = order == WorkOrder.Newest ? DateTimeOffset.MaxValue.UtcTicks - moment.UtcTicks : moment.UtcTicks;
        return ticks.ToString("D19", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether the document of a key in the order of confidence came in within the filter's time.</summary>
    public static bool IsWithin(string leastSureKey, WorkFilter filter)
    {
        var moment = leastSureKey.AsSpan(1 + ScoreDigits, MomentCharacters);
        return (filter.Since is not { } since || moment.SequenceCompareTo(Moment(WorkOrder.Oldest, since)) >= 0)
            && (filter.Before is not { } before || moment.SequenceCompareTo(Moment(WorkOrder.Oldest, before)) < 0);
    }

    private static IEnumerable<string> Lists(string owner, WorkEntry entry) =>
        from state in new WorkState?[] { entry.State, null }
        from domain in new[] { entry.Domain, null }.Distinct()
        from band in new[] { entry.Summary?.LowestBand, null }.Distinct()
        select List(owner, state, domain, band);

    private static string Key(WorkOrder order, WorkEntry entry) =>
        order == WorkOrder.LeastSure
            ? $"{Prefix(order)}{Score(entry).ToString("D5", CultureInfo.InvariantCulture)}{Moment(WorkOrder.Oldest, entry.CreatedAt)}-{entry.Id}"
            : $"{Moment(order, entry.CreatedAt)}-{entry.Id}";

    private static int Score(WorkEntry entry) =>
        entry.Summary?.LowestScore is { } score ? (int)Math.Round(Math.Clamp(score, 0, 1) * ScoreSteps) : ScoreSteps + 1;
}
