using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.App.Access;

/// <summary>
/// All keys, held in memory and read again from time to time, so that a request costs no storage call and a revoked key stops
/// working within <see cref="RereadAfter"/> everywhere; where storage does not answer, within <see cref="UsableFor"/>.
/// </summary>
/// <param name="configured">Keys from the settings.</param>
/// <param name="table">Keys from the table.</param>
/// <param name="time">The clock.</param>
internal sealed class KeyRing(IReadOnlyList<AccessKey> configured, KeyTable table, TimeProvider time) : IDisposable
{
    /// <summary>Age at which the table is read again.</summary>
    public static readonly TimeSpan RereadAfter = TimeSpan.FromSeconds(10);

    /// <summary>Age at which an unknown key makes the table be read again: a key just made works at once, and guessing costs little.</summary>
    private static readonly TimeSpan RereadForUnknownAfter = TimeSpan.FromMilliseconds(200);

    /// <summary>Age up to which the keys last read still count while storage does not answer.</summary>
    private static readonly TimeSpan UsableFor = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim gate = new(1);
    private volatile Snapshot? held;

    /// <summary>Whether a key was ever made: from then on every request needs one.</summary>
    public async Task<bool> HasKeysAsync(CancellationToken cancellationToken) =>
        (await HeldAsync(RereadAfter, cancellationToken)).Keys.Count > 0;

    /// <summary>The valid key of a token, or null.</summary>
    /// <exception cref="StorageUnavailableException">The keys could not be read for too long.</exception>
    public async Task<AccessKey?> FindAsync(KeyToken token, CancellationToken cancellationToken)
    {
        var key = await FindByIdAsync(token.Id, cancellationToken);
        return key?.Matches(token.Secret) == true ? key : null;
    }

    /// <summary>The valid key of an id, or null.</summary>
    public async Task<AccessKey?> FindByIdAsync(string id, CancellationToken cancellationToken)
    {
        var snapshot = await HeldAsync(RereadAfter, cancellationToken);
        if (!snapshot.Keys.TryGetValue(id, out var key))
        {
            snapshot = await HeldAsync(RereadForUnknownAfter, cancellationToken);
            key = snapshot.Keys.GetValueOrDefault(id);
        }

        return key?.IsValidAt(time.GetUtcNow()) == true ? key : null;
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private async ValueTask<Snapshot> HeldAsync(TimeSpan maxAge, CancellationToken cancellationToken)
    {
        if (held is { } fresh && time.GetUtcNow() - fresh.ReadAt < maxAge)
        {
            return fresh;
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            return held is { } read && time.GetUtcNow() - read.ReadAt < maxAge ? read : held = await ReadAsync(cancellationToken);
        }
        catch (StorageUnavailableException) when (held is { } old && time.GetUtcNow() - old.ReadAt < UsableFor)
        {
            return old;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<Snapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var readAt = time.GetUtcNow();
        var keys = new Dictionary<string, AccessKey>(StringComparer.Ordinal);
        await foreach (var key in table.ListAsync(cancellationToken))
        {
            keys[key.Id] = key;
        }

        foreach (var key in configured)
        {
            keys[key.Id] = key;
        }

        return new Snapshot(keys, readAt);
    }

    private sealed record Snapshot(IReadOnlyDictionary<string, AccessKey> Keys, DateTimeOffset ReadAt);
}
