using System.Globalization;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;

namespace GroundedDocs.Orchestration.Deciding;

/// <summary>
/// Finds out whether all pages (or windows) of a run are settled without reading all their rows. Rows are counted by bucket;
/// a full bucket leaves a mark, and full marks are counted. So one look costs at most one bucket and one list of marks,
/// however long the document is.
/// </summary>
/// <remarks>
/// Invariant: whoever writes the last final row of a bucket sees it full, because rows are written before they are counted
/// and storage is strongly consistent; whoever writes the last mark sees all marks, for the same reason.
/// </remarks>
internal sealed class FanIn(StepLedger steps, ITableStore tables)
{
    private const string SentKey = "sent";

    /// <summary>
    /// Looks after one row of a bucket has become final, or with no bucket at all of them.
    /// </summary>
    /// <returns>Whether all are settled, and whether the message of the step after them was already sent.</returns>
    public async Task<(bool IsSettled, bool IsSent)> LookAsync(
        RunKey run,
        StepKind kind,
        PageSet expected,
        int? bucket,
        CancellationToken cancellationToken
    )
    {
        var marks = bucket is null ? await MarksAsync(run, kind, cancellationToken) : [];
        IEnumerable<int> open = bucket is { } one ? [one] : expected.Buckets.Where(each => !marks.Contains(MarkKey(each)));
        foreach (var each in open)
        {
            // Full buckets are marked even when another is still open: nobody else may come by to mark them.
            if (await IsFullAsync(run, kind, each, expected, cancellationToken))
            {
                await MarkAsync(run, kind, MarkKey(each), cancellationToken);
            }
            else if (bucket is not null)
            {
                return (false, false);
            }
        }

        marks = await MarksAsync(run, kind, cancellationToken);
        return (expected.Buckets.All(each => marks.Contains(MarkKey(each))), marks.Contains(SentKey));
    }

    /// <summary>Remembers that the message of the step after these was sent, so that duplicates need not send it again.</summary>
    public Task MarkSentAsync(RunKey run, StepKind kind, CancellationToken cancellationToken) =>
        MarkAsync(run, kind, SentKey, cancellationToken);

    /// <summary>Whether <see cref="MarkSentAsync"/> was called.</summary>
    public async Task<bool> IsSentAsync(RunKey run, StepKind kind, CancellationToken cancellationToken) =>
        await tables.GetAsync(StorageNames.StepTable, MarkPartition(run, kind), SentKey, cancellationToken) is not null;

    private async Task<bool> IsFullAsync(RunKey run, StepKind kind, int bucket, PageSet expected, CancellationToken cancellationToken)
    {
        var rows = await steps.ListBucketAsync(run, kind, bucket, cancellationToken);
        return rows.Count(row => row.IsFinal) >= expected.CountIn(bucket);
    }

    private Task MarkAsync(RunKey run, StepKind kind, string mark, CancellationToken cancellationToken) =>
        tables.InsertAsync(
            StorageNames.StepTable,
            new TableRow(MarkPartition(run, kind), mark, new Dictionary<string, object>()),
            cancellationToken
        );

    private async Task<HashSet<string>> MarksAsync(RunKey run, StepKind kind, CancellationToken cancellationToken)
    {
        var marks = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in tables.ListAsync(StorageNames.StepTable, MarkPartition(run, kind), "", cancellationToken))
        {
            marks.Add(row.Key);
        }

        return marks;
    }

    private static string MarkPartition(RunKey run, StepKind kind) => $"{run}-{StepKey.NameOf(kind)}-marks";

    private static string MarkKey(int bucket) => "b" + bucket.ToString("D4", CultureInfo.InvariantCulture);
}
