namespace GroundedDocs.App.Review.Serving;

/// <summary>A file of the page.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Compressed">The same, compressed by gzip.</param>
/// <param name="ContentType">Its media type.</param>
internal sealed record PageAsset(byte[] Content, byte[] Compressed, string ContentType);
