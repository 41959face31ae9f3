using System.Security.Cryptography;
using System.Text;
using GroundedDocs.Documents;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Orchestration.Files;

/// <summary>Keeps uploaded files until they expire. The same content of one owner is kept once. Another owner's file does not exist.</summary>
public sealed class FileDesk
{
    private readonly FileLedger ledger;
    private readonly IBlobStore blobs;
    private readonly Limits limits;
    private readonly IRandomness randomness;
    private readonly TimeProvider time;

    internal FileDesk(FileLedger ledger, IBlobStore blobs, Limits limits, IRandomness randomness, TimeProvider time)
    {
        this.ledger = ledger;
        this.blobs = blobs;
        this.limits = limits;
        this.randomness = randomness;
        this.time = time;
    }

    /// <summary>
    /// Keeps a file; content that the owner has uploaded before is not kept again, and its file is returned, from now on for the purpose
    /// of this upload.
    /// </summary>
    public async Task<Result<StoredFile>> StoreAsync(string owner, FileUpload upload, string localPath, CancellationToken cancellationToken)
    {
        if (Check(upload) is { } wrong)
        {
            return wrong;
        }

        var now = time.GetUtcNow();
        var file = new StoredFile(NewId(now), owner, upload.FileName, upload.Purpose, now, now + limits.Retention);
        return await KeepAsync(file, localPath, cancellationToken);
    }

    /// <summary>Promises a file whose content will come later to an address that carries a secret.</summary>
    /// <param name="owner">Whose file.</param>
    /// <param name="upload">What it will be.</param>
    /// <param name="lifetime">How long the content is awaited.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The file, its owner as the address carries it, and the secret.</returns>
    public async Task<Result<(StoredFile File, string OwnerKey, string Secret)>> ReserveAsync(
        string owner,
        FileUpload upload,
        TimeSpan lifetime,
        CancellationToken cancellationToken
    )
    {
        if (Check(upload) is { } wrong)
        {
            return wrong;
        }

        var now = time.GetUtcNow();
        var secret = randomness.NewId() + randomness.NewId();
        var file = new StoredFile(NewId(now), owner, upload.FileName, upload.Purpose, now, now + lifetime)
        {
            UploadSecretHash = HashOf(secret),
        };
        await ledger.NoteEndAsync(file, cancellationToken);
        await ledger.WriteAsync(file, cancellationToken);
        return (file, FileLedger.OwnerKey(owner), secret);
    }

    /// <summary>The promised file that a secret may upload, or null.</summary>
    public async Task<StoredFile?> FindAwaitedAsync(string ownerKey, string id, string secret, CancellationToken cancellationToken)
    {
        var file = await ledger.FindByKeyAsync(ownerKey, id, cancellationToken);
        return
            file?.UploadSecretHash is { } expected
            && file.ExpiresAt > time.GetUtcNow()
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(secret)), Encoding.ASCII.GetBytes(expected))
            ? file
            : null;
    }

    /// <summary>Keeps the content of a promised file, under the id that was promised.</summary>
    public async Task<StoredFile> CompleteAsync(StoredFile awaited, string localPath, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(awaited);
        var kept = awaited with { ExpiresAt = time.GetUtcNow() + limits.Retention, UploadSecretHash = null };
        kept = await FileDigest.StampAsync(kept, localPath, cancellationToken);
        await PutAsync(kept, localPath, cancellationToken);
        await ledger.PointAsync(kept, cancellationToken);
        return kept;
    }

    /// <summary>A file, or null. One whose content is awaited is found too.</summary>
    public async Task<StoredFile?> FindAsync(string owner, string id, CancellationToken cancellationToken) =>
        Alive(await ledger.FindAsync(owner, id, cancellationToken));

    /// <summary>
    /// The file of a content, by its MD5 in lower-case hexadecimal, or null. Clients look content up instead of uploading it and cannot say
    /// a purpose then: the file comes with the purpose that an upload without one has, whatever it was uploaded for before.
    /// </summary>
    public async Task<StoredFile?> FindByMd5Async(string owner, string md5, CancellationToken cancellationToken) =>
        Alive(await ledger.FindByMd5Async(owner, md5, cancellationToken)) is { } file ? file with { Purpose = FilePurpose.Default } : null;

    /// <summary>The complete files of an owner, newest first.</summary>
    public IAsyncEnumerable<StoredFile> ListAsync(string owner, CancellationToken cancellationToken) =>
        ledger.ListAsync(owner, cancellationToken).Where(file => file.IsComplete && Alive(file) is not null);

    /// <summary>The content of a file as a local file, or why there is none.</summary>
    public async Task<Result<LocalCopy>> FetchAsync(StoredFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!file.IsComplete)
        {
            return new Failure("file.awaited", "The content of this file has not been uploaded yet.");
        }

        var copy = await blobs.FetchAsync(BlobOf(file.Owner, file.Id), cancellationToken);
        return copy is null ? new Failure("file.gone", "The content of this file is gone; upload it again.") : copy;
    }

    /// <summary>Deletes a file; deleting one that does not exist is fine. Runs that have begun keep their own copy.</summary>
    public async Task DeleteAsync(StoredFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        await blobs.DeleteAsync(BlobOf(file.Owner, file.Id), cancellationToken);
        await ledger.DeleteAsync(file, cancellationToken);
    }

    /// <summary>Deletes what has expired on earlier days.</summary>
    /// <param name="daysBack">Days looked back.</param>
    /// <param name="cancellationToken">Stops.</param>
    internal async Task DeleteExpiredAsync(int daysBack, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        for (var back = 1; back <= daysBack; back++)
        {
            var day = now - TimeSpan.FromDays(back);
            foreach (var (key, owner, id) in await ledger.ExpiringOnAsync(day, cancellationToken))
            {
                // A file whose end was put off has a note on a later day too.
                var file = await ledger.FindAsync(owner, id, cancellationToken);
                if (file is null)
                {
                    await blobs.DeleteAsync(BlobOf(owner, id), cancellationToken);
                }
                else if (file.ExpiresAt <= now)
                {
                    await DeleteAsync(file, cancellationToken);
                }

                await ledger.ForgetExpiryAsync(day, key, cancellationToken);
            }
        }
    }

    private async Task<StoredFile> KeepAsync(StoredFile file, string localPath, CancellationToken cancellationToken)
    {
        var whole = await FileDigest.StampAsync(file, localPath, cancellationToken);
        while (true)
        {
            var same = await ledger.FindByContentAsync(file.Owner, whole.Sha256, cancellationToken);
            if (Alive(same) is { } known)
            {
                var prolonged = known with { ExpiresAt = whole.ExpiresAt, Purpose = whole.Purpose };
                await ledger.NoteEndAsync(prolonged, cancellationToken);
                await ledger.WriteAsync(prolonged, cancellationToken);
                return prolonged;
            }

            if (same is not null)
            {
                await DeleteAsync(same, cancellationToken);
            }

            await PutAsync(whole, localPath, cancellationToken);
            if (await ledger.PointAsync(whole, cancellationToken))
            {
                return whole;
            }

            // Somebody else has uploaded the same at the same time and was faster: theirs stays.
            await DeleteAsync(whole, cancellationToken);
        }
    }

    private async Task PutAsync(StoredFile file, string localPath, CancellationToken cancellationToken)
    {
        await ledger.NoteEndAsync(file, cancellationToken);
        await blobs.CreateFromFileAsync(BlobOf(file.Owner, file.Id), localPath, cancellationToken);
        await ledger.WriteAsync(file, cancellationToken);
    }

    private Failure? Check(FileUpload upload)
    {
        if (upload.FileName.Length is 0 || upload.FileName.Length > limits.FileNameCharacters)
        {
            return new Failure("file.name", $"A file name must have 1 to {limits.FileNameCharacters} characters.");
        }

        return FilePurpose.All.Contains(upload.Purpose)
            ? null
            : new Failure("file.purpose", $"The purpose must be one of {string.Join(", ", FilePurpose.All)}.");
    }

    private StoredFile? Alive(StoredFile? file) => file?.ExpiresAt > time.GetUtcNow() ? file : null;

    private string NewId(DateTimeOffset now) => TimeOrderedId.Create(now, randomness.NewId());

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static BlobName BlobOf(string owner, string id) => new(StorageNames.Files, $"{FileLedger.OwnerKey(owner)}/{id}");
}
