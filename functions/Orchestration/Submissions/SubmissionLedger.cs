using System.Runtime.CompilerServices;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Orchestration.WorkList;

namespace GroundedDocs.Orchestration.Submissions;

/// <summary>The rows of submissions: a partition an owner. Every change is followed by a refresh of the work list.</summary>
/// <param name="tables">Where they are kept.</param>
/// <param name="workList">The work list; null where nobody looks at one.</param>
internal sealed class SubmissionLedger(ITableStore tables, WorkListKeeper? workList = null)
{
    public async Task<Submission?> FindAsync(string owner, string id, CancellationToken cancellationToken)
    {
        var row = await tables.GetAsync(StorageNames.SubmissionTable, SafeKey.Of(owner), id, cancellationToken);
        return row is null ? null : FromTable(row);
    }

    public async IAsyncEnumerable<Submission> ListAsync(string owner, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in tables.ListAsync(StorageNames.SubmissionTable, SafeKey.Of(owner), "", cancellationToken))
        {
            yield return FromTable(row);
        }
    }

    public async Task InsertAsync(Submission submission, CancellationToken cancellationToken)
    {
        await tables.InsertAsync(StorageNames.SubmissionTable, ToTable(submission), cancellationToken);
        await RefreshListAsync(submission.Owner, submission.Id, cancellationToken);
    }

    /// <summary>Changes a submission under its ETag until it succeeds, it is gone, or <paramref name="change"/> answers null.</summary>
    public async Task<Submission?> ChangeAsync(
        string owner,
        string id,
        Func<Submission, Submission?> change,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var current = await FindAsync(owner, id, cancellationToken);
            if (current is null || change(current) is not { } next)
            {
                return current;
            }

            var row = ToTable(next with { ETag = current.ETag });
            if (await tables.ReplaceAsync(StorageNames.SubmissionTable, row, cancellationToken) is { } etag)
            {
                await RefreshListAsync(owner, id, cancellationToken);
                return next with { ETag = etag };
            }
        }
    }

    public async Task DeleteAsync(string owner, string id, CancellationToken cancellationToken)
    {
        await tables.DeleteAsync(StorageNames.SubmissionTable, SafeKey.Of(owner), id, cancellationToken);
        await RefreshListAsync(owner, id, cancellationToken);
    }

    /// <summary>Lists a submission as it is stored: also for those who find their change already made, and its listing perhaps not.</summary>
    public Task RefreshListAsync(string owner, string id, CancellationToken cancellationToken) =>
        workList?.RefreshAsync(owner, id, cancellationToken) ?? Task.CompletedTask;

    private static TableRow ToTable(Submission submission)
    {
        var values = new Dictionary<string, object>
        {
            ["Owner"] = submission.Owner,
            ["Run"] = submission.Run.ToString(),
            ["Document"] = submission.DocumentName,
            ["CreatedAt"] = submission.CreatedAt,
            ["Task"] = submission.Task.ToString(),
            ["Status"] = submission.Status.ToString(),
            ["Webhook"] = submission.Webhook.ToString(),
            ["WebhookAttempts"] = submission.WebhookAttempts,
            ["PageCount"] = submission.PageCount,
        };
        Add(values, "Domain", submission.Domain);
        Add(values, "Result", submission.ResultName);
        Add(values, "Callback", submission.CallbackUrl);
        Add(values, "CompletedAt", submission.CompletedAt);
        FailureColumns.Write(values, submission.Failure);
        return new TableRow(SafeKey.Of(submission.Owner), submission.Id, values, submission.ETag);
    }

    private static void Add(Dictionary<string, object> values, string column, object? value)
    {
        if (value is not null)
        {
            values[column] = value;
        }
    }

    private static Submission FromTable(TableRow row) =>
        new(
            row.Key,
            row.RequiredText("Owner"),
            RunKey.TryParse(row.Text("Run")) ?? throw new FormatException("A stored submission names no run."),
            row.RequiredText("Document"),
            row.Moment("CreatedAt") ?? default
        )
        {
            Task = row.Text("Task") is { } task ? Enum.Parse<RunTask>(task) : RunTask.Extract,
            Status = Enum.Parse<SubmissionStatus>(row.RequiredText("Status")),
            Domain = row.Text("Domain"),
            ResultName = row.Text("Result"),
            CallbackUrl = row.Text("Callback"),
            Webhook = Enum.Parse<WebhookState>(row.RequiredText("Webhook")),
            WebhookAttempts = row.Number("WebhookAttempts"),
            CompletedAt = row.Moment("CompletedAt"),
            PageCount = row.Number("PageCount"),
            Failure = FailureColumns.Read(row),
            ETag = row.ETag,
        };
}
