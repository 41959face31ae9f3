using GroundedDocs.Documents.Results;
using GroundedDocs.Orchestration.Corrections;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Serialization;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Orchestration.Submissions;
using GroundedDocs.Orchestration.Work;

namespace GroundedDocs.Orchestration.WorkList;

/// <summary>
/// Keeps the work list true to the submissions. Everyone who changes a submission asks for a refresh afterwards; a refresh
/// reads the truth after the entry's version and writes under that version, so that of two refreshes the later one stands.
/// </summary>
internal sealed class WorkListKeeper(ITableStore tables, WorkStore work, CorrectionLedger corrections, ReviewTally tally)
{
    private readonly RunLedger runs = new(tables);
    private readonly SubmissionLedger submissions = new(tables);

    /// <summary>Brings one document's entry and its places up to date. May be repeated.</summary>
    public async Task RefreshAsync(string owner, string id, CancellationToken cancellationToken)
    {
        var places = new HashSet<WorkPlace>();
        while (true)
        {
            var before = await FindAsync(owner, id, cancellationToken);
            places.UnionWith(before is null ? [] : WorkPlaces.Of(owner, before));
            if (await submissions.FindAsync(owner, id, cancellationToken) is not { } submission)
            {
                await UnlistAsync(places, cancellationToken);
                if (before is not null)
                {
                    await tally.RemoveAsync(owner, before, cancellationToken);
                }

                await tables.DeleteAsync(StorageNames.WorkListTable, WorkPlaces.Entries(owner), id, cancellationToken);
                return;
            }

            var entry = await EntryAsync(submission, before, cancellationToken);
            if (entry == before)
            {
                return;
            }

            await tally.KeepAsync(owner, entry, cancellationToken);
            var wanted = WorkPlaces.Of(owner, entry).ToArray();
            await ListAsync(owner, entry, wanted, cancellationToken);
            if (await StoreAsync(owner, entry, cancellationToken))
            {
                await UnlistAsync(places.Except(wanted), cancellationToken);
                return;
            }

            places.UnionWith(wanted);
        }
    }

    private async Task<WorkEntry?> FindAsync(string owner, string id, CancellationToken cancellationToken) =>
        await tables.GetAsync(StorageNames.WorkListTable, WorkPlaces.Entries(owner), id, cancellationToken) is { } row
            ? WorkEntryRow.Read(row)
            : null;

    private async Task<WorkEntry> EntryAsync(Submission submission, WorkEntry? before, CancellationToken cancellationToken) =>
        new(submission.Id, await StateAsync(submission, cancellationToken), submission.DocumentName, submission.CreatedAt, submission.Run)
        {
            Task = submission.Task,
            Domain = submission.Domain,
            PageCount = submission.PageCount,
            Failure = submission.Failure,
            Summary =
                submission.Status != SubmissionStatus.Completed ? null
                : before is { Summary: { } known } && before.Run == submission.Run ? known
                : await SummaryAsync(submission, cancellationToken),
            ETag = before?.ETag,
        };

    private async Task<WorkState> StateAsync(Submission submission, CancellationToken cancellationToken)
    {
        if (submission.Status != SubmissionStatus.Completed)
        {
            return submission.Status == SubmissionStatus.Pending ? WorkState.Working : WorkState.Failed;
        }

        var review = await corrections.StateAsync(submission.Owner, submission.Id, cancellationToken);
        return review.Status == ReviewStatus.Approved ? WorkState.Approved : WorkState.Open;
    }

    private async Task<WorkSummary?> SummaryAsync(Submission submission, CancellationToken cancellationToken)
    {
        var blob = WorkBlobs.StepResult(submission.Run, new StepKey(StepKind.Ground));
        var ground = await work.ReadAsync(blob, WorkJson.Default.GroundedWork, cancellationToken);
        if (!ground.TryGet(out var grounded, out _))
        {
            return null;
        }

        var fields = grounded.Document.Fields.Where(field => !field.Value.IsNull).ToArray();
        return new WorkSummary(
            fields.Count(field => field.Confidence == ConfidenceBand.High),
            fields.Count(field => field.Confidence == ConfidenceBand.Medium),
            fields.Count(field => field.Confidence == ConfidenceBand.Low),
            fields.Length == 0 ? null : fields.Min(field => field.Score),
            (double)((await runs.FindAsync(submission.Run, cancellationToken))?.Cost?.Amount ?? 0)
        );
    }

    private async Task ListAsync(string owner, WorkEntry entry, WorkPlace[] places, CancellationToken cancellationToken)
    {
        foreach (var list in places.GroupBy(place => place.List, StringComparer.Ordinal))
        {
            var values = list.Key == WorkPlaces.Day(owner, entry.CreatedAt) ? WorkEntryRow.Figures(entry) : [];
            TableRow[] rows = [.. list.Select(place => new TableRow(place.List, place.Key, values))];
            await tables.UpsertManyAsync(StorageNames.WorkListTable, rows, cancellationToken);
        }

        if (entry is { Task: RunTask.Extract, Domain: { } domain })
        {
            var values = new Dictionary<string, object> { ["Domain"] = domain };
            var row = new TableRow(WorkPlaces.Domains(owner), SafeKey.Of(domain), values);
            await tables.UpsertAsync(StorageNames.WorkListTable, row, cancellationToken);
        }
    }

    private async Task UnlistAsync(IEnumerable<WorkPlace> places, CancellationToken cancellationToken)
    {
        foreach (var place in places)
        {
            await tables.DeleteAsync(StorageNames.WorkListTable, place.List, place.Key, cancellationToken);
        }
    }

    private async Task<bool> StoreAsync(string owner, WorkEntry entry, CancellationToken cancellationToken)
    {
        var row = WorkEntryRow.Write(owner, entry);
        var etag = entry.ETag is null
            ? await tables.InsertAsync(StorageNames.WorkListTable, row, cancellationToken)
            : await tables.ReplaceAsync(StorageNames.WorkListTable, row, cancellationToken);
        return etag is not null;
    }
}
