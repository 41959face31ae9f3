using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Storage;

namespace GroundedDocs.Orchestration.Corrections;

/// <summary>
/// The rows of corrections: a partition a prediction, holding its review state and, append-only, its corrections and feedbacks. A writer
/// first claims numbers by advancing the state under its ETag and then writes rows of those numbers, so that no two writers share one;
/// a number without a row belongs to a writer who died and told nobody that it had succeeded.
/// </summary>
internal sealed class CorrectionLedger(ITableStore tables, IBlobStore blobs)
{
    private const string StateKey = "state";
    private const string CorrectionPrefix = "c-";
    private const string FeedbackPrefix = "f-";

    public async Task<ReviewState> StateAsync(string owner, string submissionId, CancellationToken cancellationToken)
    {
        var row = await tables.GetAsync(StorageNames.CorrectionTable, Partition(owner, submissionId), StateKey, cancellationToken);
        return row is null
            ? ReviewState.Untouched
            : new ReviewState(Enum.Parse<ReviewStatus>(row.RequiredText("Status")), row.Number("Corrections"), row.ETag!)
            {
                ChangedBy = row.Text("By"),
                ChangedAt = row.Moment("At"),
            };
    }

    /// <summary>Replaces the state of the version that <paramref name="next"/> names; null when it was changed meanwhile.</summary>
    public async Task<ReviewState?> ReplaceStateAsync(
        string owner,
        string submissionId,
        ReviewState next,
        CancellationToken cancellationToken
    )
    {
        var values = new Dictionary<string, object>
        {
            ["Status"] = next.Status.ToString(),
            ["Corrections"] = next.CorrectionCount,
            ["By"] = next.ChangedBy!,
            ["At"] = next.ChangedAt!.Value,
        };
        var partition = Partition(owner, submissionId);
        var etag =
            next.Version.Length == 0
                ? await tables.InsertAsync(StorageNames.CorrectionTable, new TableRow(partition, StateKey, values), cancellationToken)
                : await tables.ReplaceAsync(
                    StorageNames.CorrectionTable,
                    new TableRow(partition, StateKey, values, next.Version),
                    cancellationToken
                );
        return etag is null ? null : next with { Version = etag };
    }

    public Task AppendAsync(string owner, string submissionId, IEnumerable<Correction> corrections, CancellationToken cancellationToken)
    {
        var partition = Partition(owner, submissionId);
        return tables.UpsertManyAsync(
            StorageNames.CorrectionTable,
            [.. corrections.Select(correction => ToTable(partition, correction))],
            cancellationToken
        );
    }

    public async IAsyncEnumerable<Correction> ListAsync(
        string owner,
        string submissionId,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var rows = tables.ListAsync(StorageNames.CorrectionTable, Partition(owner, submissionId), CorrectionPrefix, cancellationToken);
        await foreach (var row in rows)
        {
            var change = new FieldChange(row.RequiredText("Path"), row.Text("Before"), row.RequiredText("After"), row.Text("Note"))
            {
                Boxes = row.Text("Boxes") is { } boxes ? CorrectionBoxes.Read(boxes) : null,
            };
            yield return new Correction(row.Number("Number"), change, row.RequiredText("By"), row.Moment("At") ?? default);
        }
    }

    /// <summary>Keeps a feedback; repeating it is the same as once. Its response goes to a blob, because rows are small.</summary>
    public async Task AddAsync(string owner, string submissionId, Feedback feedback, CancellationToken cancellationToken)
    {
        if (feedback.ResponseJson is { } response)
        {
            await blobs.CreateAsync(ResponseOf(owner, submissionId, feedback.Id), Encoding.UTF8.GetBytes(response), cancellationToken);
        }

        var values = new Dictionary<string, object>
        {
            ["At"] = feedback.At,
            ["By"] = feedback.By,
            ["Flag"] = feedback.IsFlagged,
            ["HasResponse"] = feedback.ResponseJson is not null,
        };
        if (feedback.Notes is { } notes)
        {
            values["Notes"] = notes;
        }

        var row = new TableRow(Partition(owner, submissionId), FeedbackPrefix + feedback.Id, values);
        await tables.InsertAsync(StorageNames.CorrectionTable, row, cancellationToken);
    }

    public async IAsyncEnumerable<Feedback> FeedbacksAsync(
        string owner,
        string submissionId,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var rows = tables.ListAsync(StorageNames.CorrectionTable, Partition(owner, submissionId), FeedbackPrefix, cancellationToken);
        await foreach (var row in rows)
        {
            var id = row.Key[FeedbackPrefix.Length..];
            var response = row.Flag("HasResponse") ? await blobs.ReadAsync(ResponseOf(owner, submissionId, id), cancellationToken) : null;
            yield return new Feedback(id, row.Moment("At") ?? default, row.RequiredText("By"))
            {
                Notes = row.Text("Notes"),
                IsFlagged = row.Flag("Flag"),
                ResponseJson = response is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null,
            };
        }
    }

    /// <summary>Deletes everything that was said about a prediction, with the prediction.</summary>
    public async Task DeleteAllAsync(string owner, string submissionId, CancellationToken cancellationToken)
    {
        var partition = Partition(owner, submissionId);
        var rows = await tables.ListAsync(StorageNames.CorrectionTable, partition, "", cancellationToken).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            if (row.Flag("HasResponse"))
            {
                await blobs.DeleteAsync(ResponseOf(owner, submissionId, row.Key[FeedbackPrefix.Length..]), cancellationToken);
            }

            await tables.DeleteAsync(StorageNames.CorrectionTable, partition, row.Key, cancellationToken);
        }
    }

    private static TableRow ToTable(string partition, Correction correction)
    {
        var values = new Dictionary<string, object>
        {
            ["Number"] = correction.Number,
            ["Path"] = correction.Change.Path,
            ["After"] = correction.Change.After,
            ["By"] = correction.By,
            ["At"] = correction.At,
        };
        if (correction.Change.Before is { } before)
        {
            values["Before"] = before;
        }

        if (correction.Change.Note is { } note)
        {
            values["Note"] = note;
        }

        if (correction.Change.Boxes is { } boxes)
        {
            values["Boxes"] = CorrectionBoxes.Write(boxes);
        }

        return new TableRow(partition, CorrectionPrefix + correction.Number.ToString("D6", CultureInfo.InvariantCulture), values);
    }

    private static BlobName ResponseOf(string owner, string submissionId, string feedbackId) =>
        new(StorageNames.Work, $"feedback/{SafeKey.Of(owner)}/{submissionId}/{feedbackId}.json");

    /// <summary>Ids of submissions have a fixed length, so that no two pairs make the same text.</summary>
    private static string Partition(string owner, string submissionId) => $"{SafeKey.Of(owner)}-{submissionId}";
}
