using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Storage;

namespace GroundedDocs.Orchestration.WorkList;

/// <summary>How an entry is kept in a row.</summary>
internal static class WorkEntryRow
{
    public static TableRow Write(string owner, WorkEntry entry)
    {
        var values = Figures(entry);
        values["Document"] = entry.DocumentName;
        values["CreatedAt"] = entry.CreatedAt;
        values["Run"] = entry.Run.ToString();
        values["Task"] = entry.Task.ToString();
        if (entry.Domain is not null)
        {
            values["Domain"] = entry.Domain;
        }

        FailureColumns.Write(values, entry.Failure);
        return new TableRow(WorkPlaces.Entries(owner), entry.Id, values, entry.ETag);
    }

    /// <summary>What sums over many documents need of each.</summary>
    public static Dictionary<string, object> Figures(WorkEntry entry)
    {
        var values = new Dictionary<string, object> { ["State"] = entry.State.ToString(), ["PageCount"] = entry.PageCount };
        if (entry.Summary is { } summary)
        {
            values["High"] = summary.High;
            values["Medium"] = summary.Medium;
            values["Low"] = summary.Low;
            values["Cost"] = summary.Cost;
            if (summary.LowestScore is { } score)
            {
                values["LowestScore"] = score;
            }
        }

        return values;
    }

    public static WorkEntry Read(TableRow row) =>
        new(
            row.Key,
            Enum.Parse<WorkState>(row.RequiredText("State")),
            row.RequiredText("Document"),
            row.Moment("CreatedAt") ?? default,
            RunKey.TryParse(row.Text("Run")) ?? RunKey.None
        )
        {
            Task = row.Text("Task") is { } task ? Enum.Parse<RunTask>(task) : RunTask.Extract,
            Domain = row.Text("Domain"),
            PageCount = row.Number("PageCount"),
            Summary = SummaryOf(row),
            Failure = FailureColumns.Read(row),
            ETag = row.ETag,
        };

    public static WorkSummary? SummaryOf(TableRow row) =>
        row.Values.ContainsKey("High")
            ? new WorkSummary(row.Number("High"), row.Number("Medium"), row.Number("Low"), Real(row, "LowestScore"), Real(row, "Cost") ?? 0)
            : null;

    private static double? Real(TableRow row, string column) => row.Values.TryGetValue(column, out var value) ? (double)value : null;
}
