namespace GroundedDocs.App.Review.Serving;

/// <summary>Reads small contents whose length nobody promised.</summary>
internal static class BoundedContent
{
    /// <summary>All bytes of a stream; null when there are more than the limit, which are then not read to their end.</summary>
    public static async Task<byte[]?> ReadAsync(Stream body, int maxBytes, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + read > maxBytes)
            {
                return null;
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
