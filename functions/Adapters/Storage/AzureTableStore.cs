using System.Net;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Adapters.Storage;

/// <summary>Tables in Azure Storage or its emulator.</summary>
public sealed class AzureTableStore(StorageAccount account) : ITableStore
{
    private const int NotFound = (int)HttpStatusCode.NotFound;
    private const int Conflict = (int)HttpStatusCode.Conflict;
    private const int PreconditionFailed = (int)HttpStatusCode.PreconditionFailed;

    /// <inheritdoc/>
    public async Task<TableRow?> GetAsync(string table, string partition, string key, CancellationToken cancellationToken)
    {
        var answer = await StorageCall.RunAsync(() =>
            account.Tables.GetTableClient(table).GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellationToken)
        );
        return answer.HasValue ? TableRowFormat.FromEntity(answer.Value!) : null;
    }

    /// <inheritdoc/>
    public async Task<string?> InsertAsync(string table, TableRow row, CancellationToken cancellationToken)
    {
        var entity = TableRowFormat.ToEntity(row);
        var answer = await StorageCall.OrDefaultAsync(
            () => account.Tables.GetTableClient(table).AddEntityAsync(entity, cancellationToken),
            Conflict
        );
        return answer?.Headers.ETag?.ToString();
    }

    /// <inheritdoc/>
    public async Task<string?> ReplaceAsync(string table, TableRow row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        var entity = TableRowFormat.ToEntity(row);
        var version = new ETag(row.ETag ?? throw new ArgumentException("A row must have been read before it is replaced.", nameof(row)));
        var answer = await StorageCall.OrDefaultAsync(
            () => account.Tables.GetTableClient(table).UpdateEntityAsync(entity, version, TableUpdateMode.Replace, cancellationToken),
            PreconditionFailed,
            NotFound
        );
        return answer?.Headers.ETag?.ToString();
    }

    /// <inheritdoc/>
    public Task UpsertAsync(string table, TableRow row, CancellationToken cancellationToken) =>
        StorageCall.RunAsync(() =>
            account.Tables.GetTableClient(table).UpsertEntityAsync(TableRowFormat.ToEntity(row), TableUpdateMode.Replace, cancellationToken)
        );

    /// <inheritdoc/>
    public async Task UpsertManyAsync(string table, IReadOnlyList<TableRow> rows, CancellationToken cancellationToken)
    {
        var client = account.Tables.GetTableClient(table);
        foreach (var batch in TableBatches.Of(rows))
        {
            var actions = batch.Select(row => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace,
                TableRowFormat.ToEntity(row)
            ));
            await StorageCall.RunAsync(() => client.SubmitTransactionAsync(actions, cancellationToken));
        }
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string table, string partition, string key, CancellationToken cancellationToken) =>
        StorageCall.OrDefaultAsync(
            () => account.Tables.GetTableClient(table).DeleteEntityAsync(partition, key, ETag.All, cancellationToken),
            NotFound
        );

    /// <inheritdoc/>
    public async IAsyncEnumerable<TableRow> ListAsync(
        string table,
        string partition,
        string keyPrefix,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(keyPrefix);
        var filter =
            keyPrefix.Length == 0
                ? TableClient.CreateQueryFilter($"PartitionKey eq {partition}")
                : TableClient.CreateQueryFilter(
                    $"PartitionKey eq {partition} and RowKey ge {keyPrefix} and RowKey lt {keyPrefix[..^1] + (char)(keyPrefix[^1] + 1)}"
                );
        var listing = account.Tables.GetTableClient(table).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken);
        await foreach (var entity in StorageCall.PagesAsync(listing))
        {
            yield return TableRowFormat.FromEntity(entity);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TableRow>> TakeAsync(
        string table,
        string partition,
        string afterKey,
        string beforeKey,
        int count,
        CancellationToken cancellationToken
    )
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {afterKey} and RowKey lt {beforeKey}");
        var listing = account.Tables.GetTableClient(table).QueryAsync<TableEntity>(filter, count, cancellationToken: cancellationToken);
        var rows = new List<TableRow>();
        await foreach (var entity in StorageCall.PagesAsync(listing))
        {
            rows.Add(TableRowFormat.FromEntity(entity));
            if (rows.Count == count)
            {
                break;
            }
        }

        return rows;
    }
}
