using System.Runtime.CompilerServices;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Storage;

namespace GroundedDocs.Orchestration.Files;

/// <summary>
/// The rows of uploaded files. A partition an owner holds the files by id, which is newest first, and pointers to them by content; a
/// partition a day holds pointers to what expires on it.
/// </summary>
internal sealed class FileLedger(ITableStore tables)
{
    private const string FilePrefix = "f-";
    private const string Md5Prefix = "m-";
    private const string ContentPrefix = "s-";

    public Task<StoredFile?> FindAsync(string owner, string id, CancellationToken cancellationToken) =>
        FindByKeyAsync(OwnerKey(owner), id, cancellationToken);

    /// <summary>A file by the key of its owner, as an upload address carries it.</summary>
    public async Task<StoredFile?> FindByKeyAsync(string ownerKey, string id, CancellationToken cancellationToken)
    {
        var row = await tables.GetAsync(StorageNames.FileTable, Partition(ownerKey), FilePrefix + id, cancellationToken);
        return row is null ? null : FromTable(row);
    }

    public Task<StoredFile?> FindByMd5Async(string owner, string md5, CancellationToken cancellationToken) =>
        FollowAsync(owner, Md5Prefix + md5, cancellationToken);

    public Task<StoredFile?> FindByContentAsync(string owner, string sha256, CancellationToken cancellationToken) =>
        FollowAsync(owner, ContentPrefix + sha256, cancellationToken);

    /// <summary>All files of an owner, newest first.</summary>
    public async IAsyncEnumerable<StoredFile> ListAsync(string owner, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = tables.ListAsync(StorageNames.FileTable, Partition(OwnerKey(owner)), FilePrefix, cancellationToken);
        await foreach (var row in rows)
        {
            yield return FromTable(row);
        }
    }

    /// <summary>Notes when a file ends; done before anything of it is stored, so that nothing is kept for ever.</summary>
    public Task NoteEndAsync(StoredFile file, CancellationToken cancellationToken)
    {
        var note = new TableRow(
            DayPartition(file.ExpiresAt),
            $"{OwnerKey(file.Owner)}-{file.Id}",
            new Dictionary<string, object> { ["Owner"] = file.Owner, ["File"] = file.Id }
        );
        return tables.UpsertAsync(StorageNames.FileTable, note, cancellationToken);
    }

    public Task WriteAsync(StoredFile file, CancellationToken cancellationToken) =>
        tables.UpsertAsync(StorageNames.FileTable, ToTable(file), cancellationToken);

    /// <summary>Makes a file the one of its content; false when another one already is.</summary>
    public async Task<bool> PointAsync(StoredFile file, CancellationToken cancellationToken)
    {
        if (await tables.InsertAsync(StorageNames.FileTable, Pointer(file, ContentPrefix + file.Sha256), cancellationToken) is null)
        {
            return false;
        }

        await tables.UpsertAsync(StorageNames.FileTable, Pointer(file, Md5Prefix + file.Md5), cancellationToken);
        return true;
    }

    public async Task DeleteAsync(StoredFile file, CancellationToken cancellationToken)
    {
        await UnpointAsync(file, ContentPrefix + file.Sha256, cancellationToken);
        await UnpointAsync(file, Md5Prefix + file.Md5, cancellationToken);
        await tables.DeleteAsync(StorageNames.FileTable, Partition(OwnerKey(file.Owner)), FilePrefix + file.Id, cancellationToken);
    }

    /// <summary>What was to expire on a day: the keys of the notes, with owner and id.</summary>
    public async Task<IReadOnlyList<(string Key, string Owner, string Id)>> ExpiringOnAsync(
        DateTimeOffset day,
        CancellationToken cancellationToken
    )
    {
        var rows = await tables.ListAsync(StorageNames.FileTable, DayPartition(day), "", cancellationToken).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Key, row.RequiredText("Owner"), row.RequiredText("File")))];
    }

    public Task ForgetExpiryAsync(DateTimeOffset day, string key, CancellationToken cancellationToken) =>
        tables.DeleteAsync(StorageNames.FileTable, DayPartition(day), key, cancellationToken);

    /// <summary>The owner as keys and addresses carry it.</summary>
    public static string OwnerKey(string owner) => SafeKey.Of(owner);

    private async Task<StoredFile?> FollowAsync(string owner, string key, CancellationToken cancellationToken)
    {
        var pointer = await tables.GetAsync(StorageNames.FileTable, Partition(OwnerKey(owner)), key, cancellationToken);
        return pointer is null ? null : await FindAsync(owner, pointer.RequiredText("File"), cancellationToken);
    }

    private async Task UnpointAsync(StoredFile file, string key, CancellationToken cancellationToken)
    {
        var partition = Partition(OwnerKey(file.Owner));
        if ((await tables.GetAsync(StorageNames.FileTable, partition, key, cancellationToken))?.Text("File") == file.Id)
        {
            await tables.DeleteAsync(StorageNames.FileTable, partition, key, cancellationToken);
        }
    }

    private static TableRow Pointer(StoredFile file, string key) =>
        new(Partition(OwnerKey(file.Owner)), key, new Dictionary<string, object> { ["File"] = file.Id });

    private static string Partition(string ownerKey) => "o-" + ownerKey;

    private static string DayPartition(DateTimeOffset moment) => "day-" + DayKey.Of(moment);

    private static TableRow ToTable(StoredFile file)
    {
        var values = new Dictionary<string, object>
        {
            ["Owner"] = file.Owner,
            ["Name"] = file.FileName,
            ["Purpose"] = file.Purpose,
            ["CreatedAt"] = file.CreatedAt,
            ["ExpiresAt"] = file.ExpiresAt,
            ["Bytes"] = file.SizeBytes,
            ["Md5"] = file.Md5,
            ["Sha256"] = file.Sha256,
        };
        if (file.UploadSecretHash is { } secret)
        {
            values["UploadSecret"] = secret;
        }

        return new TableRow(Partition(OwnerKey(file.Owner)), FilePrefix + file.Id, values, file.ETag);
    }

    private static StoredFile FromTable(TableRow row) =>
        new(
            row.Key[FilePrefix.Length..],
            row.RequiredText("Owner"),
            row.RequiredText("Name"),
            row.RequiredText("Purpose"),
            row.Moment("CreatedAt") ?? default,
            row.Moment("ExpiresAt") ?? default
        )
        {
            SizeBytes = (long)row.Values["Bytes"],
            Md5 = row.RequiredText("Md5"),
            Sha256 = row.RequiredText("Sha256"),
            UploadSecretHash = row.Text("UploadSecret"),
            ETag = row.ETag,
        };
}
