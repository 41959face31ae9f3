using System.Security.Cryptography;

namespace GroundedDocs.Orchestration.Files;

/// <summary>Size and hashes of a file's content, read once from beginning to end.</summary>
internal static class FileDigest
{
    private const int BufferBytes = 128 * 1024;

    /// <summary>The file with the size and the hashes of its content: SHA-256 tells contents apart, MD5 is what clients look files up by.</summary>
    /// <exception cref="IOException">The local file cannot be read.</exception>
    public static async Task<StoredFile> StampAsync(StoredFile file, string localPath, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(localPath);
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var buffer = new byte[BufferBytes];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            sha256.AppendData(buffer, 0, count);
            md5.AppendData(buffer, 0, count);
        }

        return file with
        {
            SizeBytes = stream.Length,
            Sha256 = Convert.ToHexStringLower(sha256.GetHashAndReset()),
            Md5 = Convert.ToHexStringLower(md5.GetHashAndReset()),
        };
    }
}
