using System.Globalization;
using System.Runtime.CompilerServices;
using GroundedDocs.Documents.Metering;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Storage;

namespace GroundedDocs.Orchestration.Runs;

/// <summary>The rows of runs: a partition a run, holding its head, its generations and its links to submissions.</summary>
internal sealed class RunLedger(ITableStore tables)
{
    private const string HeadKey = "head";

    public async Task<RunHead?> FindHeadAsync(string runId, CancellationToken cancellationToken)
    {
        var row = await tables.GetAsync(StorageNames.RunTable, runId, HeadKey, cancellationToken);
        return row is null ? null : new RunHead(runId, row.Number("Generation"), row.ETag);
    }

    /// <summary>Makes a generation the newest; false when somebody else was faster.</summary>
    public async Task<bool> AdvanceHeadAsync(RunHead head, CancellationToken cancellationToken)
    {
        var row = new TableRow(head.RunId, HeadKey, new Dictionary<string, object> { ["Generation"] = head.Generation }, head.ETag);
        var etag = head.ETag is null
            ? await tables.InsertAsync(StorageNames.RunTable, row, cancellationToken)
            : await tables.ReplaceAsync(StorageNames.RunTable, row, cancellationToken);
        return etag is not null;
    }

    public async Task<GenerationRow?> FindAsync(RunKey run, CancellationToken cancellationToken)
    {
        var row = await tables.GetAsync(StorageNames.RunTable, run.RunId, GenerationKey(run), cancellationToken);
        return row is null ? null : FromTable(run, row);
    }

    /// <summary>Stores a generation that does not exist yet; if it does, the stored one stays.</summary>
    public Task InsertAsync(GenerationRow generation, CancellationToken cancellationToken) =>
        tables.InsertAsync(StorageNames.RunTable, ToTable(generation), cancellationToken);

    /// <summary>Changes a generation under its ETag until it succeeds, it is gone, or <paramref name="change"/> answers null.</summary>
    /// <returns>The generation as it is stored now, or null when there is none.</returns>
    public async Task<GenerationRow?> ChangeAsync(
        RunKey run,
        Func<GenerationRow, GenerationRow?> change,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var current = await FindAsync(run, cancellationToken);
            if (current is null || change(current) is not { } next)
            {
                return current;
            }

            if (await tables.ReplaceAsync(StorageNames.RunTable, ToTable(next with { ETag = current.ETag }), cancellationToken) is { } etag)
            {
                return next with { ETag = etag };
            }
        }
    }

    public Task DeleteAsync(RunKey run, CancellationToken cancellationToken) =>
        tables.DeleteAsync(StorageNames.RunTable, run.RunId, GenerationKey(run), cancellationToken);

    /// <summary>Links a submission to a generation, so that publishing finds it.</summary>
    public Task LinkAsync(RunKey run, string submission, CancellationToken cancellationToken) =>
        tables.UpsertAsync(StorageNames.RunTable, new TableRow(run.RunId, LinkPrefix(run) + submission, EmptyValues), cancellationToken);

    public Task UnlinkAsync(RunKey run, string submission, CancellationToken cancellationToken) =>
        tables.DeleteAsync(StorageNames.RunTable, run.RunId, LinkPrefix(run) + submission, cancellationToken);

    /// <summary>The submissions of a generation.</summary>
    public async IAsyncEnumerable<string> LinksAsync(RunKey run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prefix = LinkPrefix(run);
        await foreach (var row in tables.ListAsync(StorageNames.RunTable, run.RunId, prefix, cancellationToken))
        {
            yield return row.Key[prefix.Length..];
        }
    }

    /// <summary>The run that has read a content completely, or null.</summary>
    public async Task<RunKey?> FindReadingAsync(string contentKey, CancellationToken cancellationToken)
    {
        var row = await tables.GetAsync(StorageNames.RunTable, contentKey, "reading", cancellationToken);
        return RunKey.TryParse(row?.Text("Run"));
    }

    public Task RememberReadingAsync(string contentKey, RunKey run, CancellationToken cancellationToken) =>
        tables.UpsertAsync(
            StorageNames.RunTable,
            new TableRow(contentKey, "reading", new Dictionary<string, object> { ["Run"] = run.ToString() }),
            cancellationToken
        );

    public Task ForgetReadingAsync(string contentKey, CancellationToken cancellationToken) =>
        tables.DeleteAsync(StorageNames.RunTable, contentKey, "reading", cancellationToken);

    private static Dictionary<string, object> EmptyValues => [];

    private static string GenerationKey(RunKey run) => "g" + run.Generation.ToString("D5", CultureInfo.InvariantCulture);

    private static string LinkPrefix(RunKey run) => $"s{run.Generation.ToString("D5", CultureInfo.InvariantCulture)}-";

    private static TableRow ToTable(GenerationRow generation)
    {
        var values = new Dictionary<string, object>
        {
            ["Status"] = generation.Status.ToString(),
            ["Owner"] = generation.Owner,
            ["ContentKey"] = generation.ContentKey,
            ["CreatedAt"] = generation.CreatedAt,
        };
        AddWhenPresent(values, "Pages", generation.Pages);
        AddWhenPresent(values, "Inherits", generation.Inherits?.ToString());
        AddWhenPresent(values, "FinishedAt", generation.FinishedAt);
        UsageColumns.Write(values, generation.Usage);
        AddWhenPresent(values, "Cost", (double?)generation.Cost?.Amount);
        AddWhenPresent(values, "Currency", generation.Cost?.Currency);
        FailureColumns.Write(values, generation.Failure);
        return new TableRow(generation.Run.RunId, GenerationKey(generation.Run), values, generation.ETag);
    }

    private static void AddWhenPresent(Dictionary<string, object> values, string column, object? value)
    {
        if (value is not null)
        {
            values[column] = value;
        }
    }

    private static GenerationRow FromTable(RunKey run, TableRow row) =>
        new(
            run,
            Enum.Parse<RunStatus>(row.RequiredText("Status")),
            row.RequiredText("Owner"),
            row.RequiredText("ContentKey"),
            row.Moment("CreatedAt") ?? default
        )
        {
            Pages = row.Text("Pages"),
            Inherits = RunKey.TryParse(row.Text("Inherits")),
            FinishedAt = row.Moment("FinishedAt"),
            Usage = UsageColumns.Read(row),
            Cost = row.Text("Currency") is { } currency ? new Cost((decimal)row.Real("Cost"), currency) : null,
            Failure = FailureColumns.Read(row),
            ETag = row.ETag,
        };
}
