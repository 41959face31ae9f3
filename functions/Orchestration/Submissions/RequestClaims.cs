using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Storage;

namespace GroundedDocs.Orchestration.Submissions;

/// <summary>
/// Remembers requests that must count once, for as long as their results are kept: a partition an owner by key, and a partition a day by
/// which old ones are found again.
/// </summary>
internal sealed class RequestClaims(ITableStore tables, TimeProvider time)
{
    /// <summary>The submission's id that a request stands for; null when its key was claimed for something else.</summary>
    public async Task<string?> ClaimAsync(RepeatedRequest request, CancellationToken cancellationToken)
    {
        var id = SafeKey.Hash($"once\n{request.Owner}\n{request.Key}");
        var partition = OwnerPartition(request.Owner);
        var note = new TableRow(
            DayPartition(time.GetUtcNow()),
            $"{partition}-{id}",
            new Dictionary<string, object> { ["Owner"] = request.Owner }
        );
        await tables.UpsertAsync(StorageNames.ClaimTable, note, cancellationToken);
        var claim = new TableRow(partition, id, new Dictionary<string, object> { ["Fingerprint"] = request.Fingerprint });
        if (await tables.InsertAsync(StorageNames.ClaimTable, claim, cancellationToken) is not null)
        {
            return id;
        }

        var known = await tables.GetAsync(StorageNames.ClaimTable, partition, id, cancellationToken);
        return known?.Text("Fingerprint") == request.Fingerprint ? id : null;
    }

    /// <summary>Forgets the requests of a day.</summary>
    public async Task ForgetAsync(DateTimeOffset day, CancellationToken cancellationToken)
    {
        var notes = await tables
            .ListAsync(StorageNames.ClaimTable, DayPartition(day), "", cancellationToken)
            .ToListAsync(cancellationToken);
        foreach (var note in notes)
        {
            var id = note.Key[(note.Key.LastIndexOf('-') + 1)..];
            await tables.DeleteAsync(StorageNames.ClaimTable, OwnerPartition(note.RequiredText("Owner")), id, cancellationToken);
            await tables.DeleteAsync(StorageNames.ClaimTable, note.Partition, note.Key, cancellationToken);
        }
    }

    private static string OwnerPartition(string owner) => "o-" + SafeKey.Of(owner);

    private static string DayPartition(DateTimeOffset moment) => "day-" + DayKey.Of(moment);
}
