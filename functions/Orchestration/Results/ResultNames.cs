using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.Orchestration.Results;

/// <summary>
/// Who owns the name of a result. When another document is dropped under the same name, the newer submission owns it from
/// then on, so that an older run that ends later does not overwrite the newer result.
/// </summary>
internal sealed class ResultNames(ITableStore tables)
{
    /// <summary>
    /// Takes a name for a submission, unless a newer one has it. Of two of the same second, as precise as storage dates blobs, the one
    /// that comes last is taken for the newer.
    /// </summary>
    public async Task TakeAsync(Submission submission, CancellationToken cancellationToken)
    {
        while (true)
        {
            var current = await FindAsync(submission, cancellationToken);
            if (current is not null && (current.Moment("CreatedAt") > submission.CreatedAt || current.Text("Submission") == submission.Id))
            {
                return;
            }

            var row = Row(submission, current?.Text("CurrentRun"), current?.ETag);
            var etag = current is null
                ? await tables.InsertAsync(StorageNames.ResultTable, row, cancellationToken)
                : await tables.ReplaceAsync(StorageNames.ResultTable, row, cancellationToken);
            if (etag is not null)
            {
                return;
            }
        }
    }

    /// <summary>Whether the submission still owns its name.</summary>
    public async Task<bool> OwnsAsync(Submission submission, CancellationToken cancellationToken) =>
        (await FindAsync(submission, cancellationToken))?.Text("Submission") is not { } owner || owner == submission.Id;

    /// <summary>The flip: readers of the name see this run from now on, and all of it.</summary>
    /// <returns>The run that was current before, if there was another.</returns>
    public async Task<RunKey?> FlipAsync(Submission submission, CancellationToken cancellationToken)
    {
        while (true)
        {
            var current = await FindAsync(submission, cancellationToken);
            if (current is null || current.Text("Submission") != submission.Id)
            {
                return null;
            }

            var row = Row(submission, submission.Run.ToString(), current.ETag);
            if (await tables.ReplaceAsync(StorageNames.ResultTable, row, cancellationToken) is not null)
            {
                return RunKey.TryParse(current.Text("CurrentRun")) is { } before && before != submission.Run ? before : null;
            }
        }
    }

    public Task ForgetAsync(Submission submission, CancellationToken cancellationToken) =>
        tables.DeleteAsync(StorageNames.ResultTable, SafeKey.Of(submission.Owner), Key(submission), cancellationToken);

    private Task<TableRow?> FindAsync(Submission submission, CancellationToken cancellationToken) =>
        tables.GetAsync(StorageNames.ResultTable, SafeKey.Of(submission.Owner), Key(submission), cancellationToken);

    private static string Key(Submission submission) => SafeKey.Hash(submission.ResultName!);

    private static TableRow Row(Submission submission, string? currentRun, string? etag)
    {
        var values = new Dictionary<string, object>
        {
            ["Name"] = submission.ResultName!,
            ["Submission"] = submission.Id,
            ["CreatedAt"] = submission.CreatedAt,
        };
        if (currentRun is not null)
        {
            values["CurrentRun"] = currentRun;
        }

        return new TableRow(SafeKey.Of(submission.Owner), Key(submission), values, etag);
    }
}
