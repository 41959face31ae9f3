using System.Runtime.CompilerServices;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Tests.Simulation;

/// <summary>Tables as an actor sees them; a step that is final must stay as it is.</summary>
internal sealed class SimulatedTables(SimulatedWorld world, SimulatedActor actor) : ITableStore
{
    public Task<TableRow?> GetAsync(string table, string partition, string key, CancellationToken cancellationToken) =>
        world.RequestAsync(actor, $"get {table}", () => world.Tables.GetAsync(table, partition, key, cancellationToken));

    public Task<string?> InsertAsync(string table, TableRow row, CancellationToken cancellationToken) =>
        world.RequestAsync(actor, $"insert {table}", () => world.Tables.InsertAsync(table, row, cancellationToken));

    public Task<string?> ReplaceAsync(string table, TableRow row, CancellationToken cancellationToken) =>
        world.RequestAsync(
            actor,
            $"replace {table}",
            async () =>
            {
                var before = await world.Tables.GetAsync(table, row.Partition, row.Key, cancellationToken);
                var etag = await world.Tables.ReplaceAsync(table, row, cancellationToken);
                if (etag is not null && table == StorageNames.StepTable && before?.Text("State") is "Done" or "Failed")
                {
                    throw new InvariantException($"A final step was changed: {row.Partition}/{row.Key}.");
                }

                return etag;
            }
        );

    public Task UpsertAsync(string table, TableRow row, CancellationToken cancellationToken) =>
        UpsertManyAsync(table, [row], cancellationToken);

    public Task UpsertManyAsync(string table, IReadOnlyList<TableRow> rows, CancellationToken cancellationToken) =>
        world.RequestAsync(
            actor,
            $"upsert {table}",
            async () =>
            {
                if (table == StorageNames.StepTable)
                {
                    throw new InvariantException("A step's row is written without looking at its ETag.");
                }

                await world.Tables.UpsertManyAsync(table, rows, cancellationToken);
                return true;
            }
        );

    public Task DeleteAsync(string table, string partition, string key, CancellationToken cancellationToken) =>
        world.RequestAsync(
            actor,
            $"delete {table}",
            async () =>
            {
                await world.Tables.DeleteAsync(table, partition, key, cancellationToken);
                return true;
            }
        );

    public async IAsyncEnumerable<TableRow> ListAsync(
        string table,
        string partition,
        string keyPrefix,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await world.RequestAsync(actor, $"list {table}", () => Task.FromResult(true));
        await foreach (var row in world.Tables.ListAsync(table, partition, keyPrefix, cancellationToken))
        {
            yield return row;
        }
    }

    public Task<IReadOnlyList<TableRow>> TakeAsync(
        string table,
        string partition,
        string afterKey,
        string beforeKey,
        int count,
        CancellationToken cancellationToken
    ) =>
        world.RequestAsync(
            actor,
            $"take {table}",
            () => world.Tables.TakeAsync(table, partition, afterKey, beforeKey, count, cancellationToken)
        );
}
