using GroundedDocs.Documents;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.Orchestration.Inbox;

/// <summary>
/// Takes in what is dropped into the inbox container: <c>inbox/&lt;domain&gt;/&lt;name&gt;</c>, or <c>inbox/&lt;name&gt;</c> to be classified. A
/// blob is known by path and ETag, so that any number of events about it make one submission.
/// </summary>
public sealed class InboxDesk
{
    /// <summary>Owner of everything that is dropped: whoever may write to the container.</summary>
    public const string Owner = "inbox";

    private readonly StoragePorts storage;
    private readonly SubmissionDesk desk;
    private readonly StoredSchemas schemas;
    private readonly Limits limits;
    private readonly TimeProvider time;
    private readonly TakenDrops known = new();

    internal InboxDesk(StoragePorts storage, SubmissionDesk desk, StoredSchemas schemas, Limits limits, TimeProvider time)
    {
        this.storage = storage;
        this.desk = desk;
        this.schemas = schemas;
        this.limits = limits;
        this.time = time;
    }

    /// <summary>Takes a dropped blob in, unless it is gone or was taken before.</summary>
    /// <returns>The submission, refused ones included, or null when there was nothing to do.</returns>
    public async Task<Submission?> TakeAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        var name = new BlobName(StorageNames.Inbox, path);
        return InboxPath.IsAddressable(path) && await storage.Blobs.FindAsync(name, cancellationToken) is { } entry
            ? await TakeAsync(entry, cancellationToken)
            : null;
    }

    /// <summary>Takes in what no event announced, and deletes what is older than the retention.</summary>
    /// <returns>How many submissions that made.</returns>
    public async Task<int> ScanAsync(CancellationToken cancellationToken)
    {
        var taken = 0;
        await foreach (var entry in storage.Blobs.ListAsync(StorageNames.Inbox, "", cancellationToken))
        {
            if (await TakeAsync(entry, cancellationToken) is not null)
            {
                taken++;
            }
            else if (entry.WrittenAt < time.GetUtcNow() - limits.Retention)
            {
                await ForgetAsync(entry.Name, cancellationToken);
            }
        }

        return taken;
    }

    private async Task<Submission?> TakeAsync(BlobEntry entry, CancellationToken cancellationToken)
    {
        if (await IsKnownAsync(entry, cancellationToken))
        {
            return null;
        }

        var submission = Unusable(entry) is { } failure
            ? await RejectAsync(entry, failure, cancellationToken)
            : await SubmitAsync(entry, cancellationToken);
        if (submission is not null)
        {
            await RememberAsync(entry, cancellationToken);
        }

        return submission;
    }

    private Failure? Unusable(BlobEntry entry)
    {
        if (!InboxPath.IsAddressable(entry.Name.Path))
        {
            return new Failure(
                "name.segments",
                "The name has a part that is '.' or '..', which no address can hold; drop it under another name."
            );
        }

        return entry.SizeBytes > limits.DocumentBytes ? TooLarge(entry) : null;
    }

    private async Task<Submission?> SubmitAsync(BlobEntry entry, CancellationToken cancellationToken)
    {
        using var copy = await storage.Blobs.FetchAsync(entry.Name, cancellationToken);
        if (copy is null)
        {
            return null;
        }

        var drop = InboxPath.Parse(entry.Name.Path);
        var asked = await schemas.FindAsync(drop.Folder, drop.FileName, cancellationToken);
        var request = RequestOf(
            entry,
            drop,
            copy.Path,
            asked.Failure is null ? asked.Value : new RunRequest { DocumentName = drop.FileName }
        );
        if (asked.Failure is { } unusable)
        {
            return await desk.RejectAsync(request, unusable, cancellationToken);
        }

        return (await desk.SubmitAsync(request, cancellationToken)).TryGet(out var submission, out var failure)
            ? submission
            : await desk.RejectAsync(request, failure, cancellationToken);
    }

    private Task<Submission> RejectAsync(BlobEntry entry, Failure failure, CancellationToken cancellationToken)
    {
        var drop = InboxPath.Parse(entry.Name.Path);
        var request = RequestOf(entry, drop, "", new RunRequest { DocumentName = drop.FileName });
        return desk.RejectAsync(request, failure, cancellationToken);
    }

    private static SubmissionRequest RequestOf(BlobEntry entry, InboxPath drop, string localPath, RunRequest run) =>
        new(Owner, localPath, run)
        {
            Id = SafeKey.Hash($"{entry.Name.Path}\n{entry.ETag}"),
            ResultName = drop.ResultName,
            HandedInAt = entry.WrittenAt,
        };

    private Failure TooLarge(BlobEntry entry) =>
        new(
            "file.bytes",
            $"The file has {entry.SizeBytes} bytes; at most {limits.DocumentBytes} are accepted. Split it or lower its resolution."
        );

    private async Task<bool> IsKnownAsync(BlobEntry entry, CancellationToken cancellationToken)
    {
        if (known.Contains(entry))
        {
            return true;
        }

        var (partition, key) = KeysOf(entry.Name);
        var row = await storage.Tables.GetAsync(StorageNames.DropTable, partition, key, cancellationToken);
        var isKnown = row?.Text("Version") == entry.ETag;
        if (isKnown)
        {
            known.Add(entry);
        }

        return isKnown;
    }

    private async Task RememberAsync(BlobEntry entry, CancellationToken cancellationToken)
    {
        var (partition, key) = KeysOf(entry.Name);
        var values = new Dictionary<string, object> { ["Version"] = entry.ETag, ["At"] = time.GetUtcNow() };
        await storage.Tables.UpsertAsync(StorageNames.DropTable, new TableRow(partition, key, values), cancellationToken);
        known.Add(entry);
    }

    private async Task ForgetAsync(BlobName name, CancellationToken cancellationToken)
    {
        var (partition, key) = KeysOf(name);
        await storage.Blobs.DeleteAsync(name, cancellationToken);
        await storage.Tables.DeleteAsync(StorageNames.DropTable, partition, key, cancellationToken);
    }

    /// <summary>256 partitions by the hash's first two digits.</summary>
    private static (string Partition, string Key) KeysOf(BlobName name)
    {
        var hash = SafeKey.Hash(name.Path);
        return (hash[..2], hash);
    }
}
