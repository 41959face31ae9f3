namespace GroundedDocs.Adapters.Outbound;

/// <summary>Writes what comes from outside into a file, up to a limit: nobody's promise of a length is believed.</summary>
public static class BoundedFile
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>Writes a stream into a file, replacing what is there.</summary>
    /// <returns>False when there were more bytes than the limit; they are not read to their end.</returns>
    public static async Task<bool> WriteAsync(string path, Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        await using var file = File.Create(path);
        var buffer = new byte[BufferBytes];
        var written = 0L;
        while (await content.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            written += count;
            if (written > maxBytes)
            {
                return false;
            }

            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return true;
    }
}
