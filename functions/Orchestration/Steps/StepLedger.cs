using System.Globalization;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Storage;

namespace GroundedDocs.Orchestration.Steps;

/// <summary>The rows of steps. Rows of neighbouring pages share a partition, so that they can be counted in one request.</summary>
internal sealed class StepLedger(ITableStore tables, Limits limits)
{
    public async Task<StepRow?> FindAsync(RunKey run, StepKey step, CancellationToken cancellationToken)
    {
        var row = await tables.GetAsync(StorageNames.StepTable, Partition(run, step), step.RowKey, cancellationToken);
        return row is null ? null : FromTable(step, row);
    }

    /// <summary>Stores the first version of a row; null when there is one already.</summary>
    public async Task<StepRow?> InsertAsync(RunKey run, StepRow row, CancellationToken cancellationToken)
    {
        var etag = await tables.InsertAsync(StorageNames.StepTable, ToTable(run, row), cancellationToken);
        return etag is null ? null : row with { ETag = etag };
    }

    /// <summary>Stores the next version of a row; null when somebody else changed it meanwhile.</summary>
    public async Task<StepRow?> ReplaceAsync(RunKey run, StepRow row, CancellationToken cancellationToken)
    {
        var etag = await tables.ReplaceAsync(StorageNames.StepTable, ToTable(run, row), cancellationToken);
        return etag is null ? null : row with { ETag = etag };
    }

    /// <summary>
    /// Changes a row under its ETag, starting it when there is none, until it succeeds or <paramref name="change"/> answers
    /// null for the version that is there.
    /// </summary>
    /// <returns>The row as it is stored now.</returns>
    public async Task<StepRow> ChangeAsync(RunKey run, StepKey step, Func<StepRow, StepRow?> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var current = await FindAsync(run, step, cancellationToken) ?? new StepRow(step, StepState.Waiting);
            if (change(current) is not { } next)
            {
                return current;
            }

            var stored = current.ETag is null
                ? await InsertAsync(run, next, cancellationToken)
                : await ReplaceAsync(run, next with { ETag = current.ETag }, cancellationToken);
            if (stored is not null)
            {
                return stored;
            }
        }
    }

    /// <summary>The rows of one bucket of pages or windows, in order of their index.</summary>
    public async Task<IReadOnlyList<StepRow>> ListBucketAsync(RunKey run, StepKind kind, int bucket, CancellationToken cancellationToken)
    {
        var rows = new List<StepRow>();
        var partition = Partition(run, new StepKey(kind, (bucket * limits.BucketPages) + 1));
        await foreach (var row in tables.ListAsync(StorageNames.StepTable, partition, "", cancellationToken))
        {
            rows.Add(FromTable(KeyOf(kind, row.Key), row));
        }

        return rows;
    }

    /// <summary>All rows of a run that exist, kind by kind.</summary>
    public async Task<IReadOnlyList<StepRow>> ListAllAsync(RunKey run, CancellationToken cancellationToken)
    {
        var rows = new List<StepRow>();
        foreach (var kind in Enum.GetValues<StepKind>())
        {
            var isMany = kind is StepKind.Read or StepKind.Extract;
            var parts = rows.LastOrDefault(row => row.Key.Kind == (kind == StepKind.Read ? StepKind.Split : StepKind.Plan))?.Count ?? 0;
            for (var bucket = 0; bucket <= BucketOf(isMany ? parts : 1); bucket++)
            {
                rows.AddRange(await ListBucketAsync(run, kind, bucket, cancellationToken));
            }
        }

        return rows;
    }

    /// <summary>The partitions that a kind's rows and marks may lie in.</summary>
    public IEnumerable<string> Partitions(RunKey run, StepKind kind, int parts) =>
        Enumerable
            .Range(0, BucketOf(parts) + 1)
            .Select(bucket => Partition(run, new StepKey(kind, (bucket * limits.BucketPages) + 1)))
            .Append($"{run}-{StepKey.NameOf(kind)}-marks");

    /// <summary>The bucket of a page or window.</summary>
    public int BucketOf(int index) => Math.Max(0, index - 1) / limits.BucketPages;

    private string Partition(RunKey run, StepKey step) => $"{run}-{step.KindName}-{BucketOf(step.Index)}";

    private TableRow ToTable(RunKey run, StepRow row)
    {
        var values = new Dictionary<string, object>
        {
            ["State"] = row.State.ToString(),
            ["Failures"] = row.Failures,
            ["Starts"] = row.Starts,
            ["Crashes"] = row.Crashes,
            ["PutBacks"] = row.PutBacks,
            ["Epoch"] = row.Epoch,
            ["Count"] = row.Count,
            ["ChangedAt"] = row.ChangedAt,
        };
        if (row.Until is { } until)
        {
            values["Until"] = until;
        }

        UsageColumns.Write(values, row.Usage);
        FailureColumns.Write(values, row.Failure);
        return new TableRow(Partition(run, row.Key), row.Key.RowKey, values, row.ETag);
    }

    private static StepKey KeyOf(StepKind kind, string rowKey) =>
        int.TryParse(rowKey, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && rowKey.Length == StepKey.IndexDigits
            ? new StepKey(kind, index)
            : new StepKey(kind, 0, rowKey);

    private static StepRow FromTable(StepKey step, TableRow row) =>
        new(step, Enum.Parse<StepState>(row.RequiredText("State")))
        {
            Failures = row.Number("Failures"),
            Starts = row.Number("Starts"),
            Crashes = row.Number("Crashes"),
            PutBacks = row.Number("PutBacks"),
            Epoch = row.Number("Epoch"),
            Count = row.Number("Count"),
            Until = row.Moment("Until"),
            ChangedAt = row.Moment("ChangedAt") ?? default,
            Usage = UsageColumns.Read(row),
            Failure = FailureColumns.Read(row),
            ETag = row.ETag,
        };
}
