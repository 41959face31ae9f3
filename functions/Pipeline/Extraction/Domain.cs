using GroundedDocs.Documents.Schemas;

namespace GroundedDocs.Pipeline.Extraction;

/// <summary>A kind of document with a schema of its own.</summary>
/// <param name="Name">Such as <c>document.invoice</c>.</param>
/// <param name="Description">One sentence for people.</param>
/// <param name="SchemaVersion">Such as <c>1.0.0</c>.</param>
/// <param name="Schema">Its fields.</param>
public sealed record Domain(string Name, string Description, string SchemaVersion, DocumentSchema Schema)
{
    private const string UsualPrefix = "document.";

    /// <summary>The domain of a name, where <c>invoice</c> stands for <c>document.invoice</c>; null when it is unknown.</summary>
    public static Domain? Find(IReadOnlyList<Domain> domains, string name)
    {
        ArgumentNullException.ThrowIfNull(domains);
        ArgumentNullException.ThrowIfNull(name);
        return Named(name) ?? Named(UsualPrefix + name) ?? domains.FirstOrDefault(domain => IsName(domain.ShortName, name));

        Domain? Named(string full) => domains.FirstOrDefault(domain => IsName(domain.Name, full));
    }

    private string ShortName => Name[(Name.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private static bool IsName(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
