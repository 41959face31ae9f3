namespace GroundedDocs.Orchestration.Files;

/// <summary>A file that was uploaded over HTTP, to be named in requests later.</summary>
/// <param name="Id">32 hexadecimal digits; newer files have smaller ids.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="FileName">What its sender calls it; never a path on any machine.</param>
/// <param name="Purpose">What its sender says it is for.</param>
/// <param name="CreatedAt">When it came in.</param>
/// <param name="ExpiresAt">When it stops existing.</param>
public sealed record StoredFile(
    string Id,
    string Owner,
    string FileName,
    string Purpose,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt
)
{
    /// <summary>Its size; 0 while its content is awaited.</summary>
    public long SizeBytes { get; init; }

    /// <summary>MD5 of its content in hexadecimal, by which clients ask whether it is here already; empty while it is awaited.</summary>
    public string Md5 { get; init; } = "";

    /// <summary>SHA-256 of its content in hexadecimal; empty while it is awaited.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>SHA-256 in hexadecimal of the secret that may upload its content; null once that has happened.</summary>
    public string? UploadSecretHash { get; init; }

    /// <summary>Whether its content is here.</summary>
    public bool IsComplete => Sha256.Length > 0;

    /// <summary>The version that was read.</summary>
    public string? ETag { get; init; }
}
