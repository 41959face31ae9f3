using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Orchestration.WorkList;

/// <summary>Sums up an owner's documents day by day. A day costs two listings of small rows, whatever the documents hold.</summary>
public sealed class FigureReader
{
    private readonly ITableStore tables;

    internal FigureReader(ITableStore tables) => this.tables = tables;

    /// <summary>The figures of one day (UTC).</summary>
    public async Task<DayFigures> OnAsync(string owner, DateOnly day, CancellationToken cancellationToken)
    {
        var moment = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        var states = new Dictionary<WorkState, int>();
        var sum = new WorkSummary(0, 0, 0, null, 0);
        var pages = 0;
        await foreach (var row in tables.ListAsync(StorageNames.WorkListTable, WorkPlaces.Day(owner, moment), "", cancellationToken))
        {
            var state = Enum.Parse<WorkState>(row.RequiredText("State"));
            states[state] = states.GetValueOrDefault(state) + 1;
            pages += row.Number("PageCount");
            if (WorkEntryRow.SummaryOf(row) is { } one)
            {
                sum = new WorkSummary(sum.High + one.High, sum.Medium + one.Medium, sum.Low + one.Low, null, sum.Cost + one.Cost);
            }
        }

        var columns = await ColumnsAsync(owner, moment, cancellationToken);
        return new DayFigures(day, states, pages, sum.High, sum.Medium, sum.Low, sum.Cost, columns);
    }

    private async Task<Dictionary<string, (int Seen, int Changed)>> ColumnsAsync(
        string owner,
        DateTimeOffset day,
        CancellationToken cancellationToken
    )
    {
        var columns = new Dictionary<string, (int Seen, int Changed)>(StringComparer.Ordinal);
        await foreach (var row in tables.ListAsync(StorageNames.WorkListTable, ReviewTally.Partition(owner, day), "", cancellationToken))
        {
            foreach (var (column, counts) in ReviewTally.Read(row))
            {
                var sum = columns.GetValueOrDefault(column);
                columns[column] = (sum.Seen + counts[0], sum.Changed + counts[1]);
            }
        }

        return columns;
    }
}
