using System.Runtime.CompilerServices;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.App.Access;

/// <summary>The keys that are kept in table storage: one partition, small enough to be read whole.</summary>
internal sealed class KeyTable(ITableStore tables)
{
    /// <summary>Keys that one deployment can have, revoked ones included: each process holds them all.</summary>
    public const int MaxKeys = 2_000;

    private const string Partition = "keys";

    /// <summary>Adds a key; false when its id is taken.</summary>
    public async Task<bool> AddAsync(AccessKey key, CancellationToken cancellationToken) =>
        await tables.InsertAsync(StorageNames.KeyTable, ToTable(key), cancellationToken) is not null;

    /// <summary>Writes a key that exists.</summary>
    public Task WriteAsync(AccessKey key, CancellationToken cancellationToken) =>
        tables.UpsertAsync(StorageNames.KeyTable, ToTable(key), cancellationToken);

    /// <summary>All keys, revoked ones too.</summary>
    public async IAsyncEnumerable<AccessKey> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in tables.ListAsync(StorageNames.KeyTable, Partition, "", cancellationToken))
        {
            yield return FromTable(row);
        }
    }

    private static TableRow ToTable(AccessKey key)
    {
        var values = new Dictionary<string, object>
        {
            ["Name"] = key.Name,
            ["Owner"] = key.Owner,
            ["Scopes"] = ScopeNames.Write(key.Scopes, ','),
            ["Salt"] = Convert.ToHexStringLower(key.Salt),
            ["Hash"] = Convert.ToHexStringLower(key.Hash),
            ["CreatedAt"] = key.CreatedAt,
        };
        if (key.ExpiresAt is { } expiry)
        {
            values["ExpiresAt"] = expiry;
        }

        if (key.RevokedAt is { } revoked)
        {
            values["RevokedAt"] = revoked;
        }

        return new TableRow(Partition, key.Id, values);
    }

    private static AccessKey FromTable(TableRow row) =>
        new(
            row.Key,
            row.RequiredText("Name"),
            row.RequiredText("Owner"),
            ScopeNames.Parse(row.RequiredText("Scopes").Split(',')) ?? Scope.None,
            Convert.FromHexString(row.RequiredText("Salt")),
            Convert.FromHexString(row.RequiredText("Hash"))
        )
        {
            CreatedAt = row.Moment("CreatedAt") ?? default,
            ExpiresAt = row.Moment("ExpiresAt"),
            RevokedAt = row.Moment("RevokedAt"),
        };
}
