using System.Text.Json;
using GroundedDocs.Documents.Schemas;

namespace GroundedDocs.Pipeline.Extraction.Domains;

/// <summary>The domains that are built in.</summary>
public static class DomainCatalogue
{
    /// <summary>The domain of documents that fit no other.</summary>
    public const string FormName = "document.form";

    private static readonly Lazy<IReadOnlyList<Domain>> Domains = new(ReadAll);

    /// <summary>Every domain, by name.</summary>
    public static IReadOnlyList<Domain> All => Domains.Value;

    /// <summary>The domain of a name, where <c>invoice</c> stands for <c>document.invoice</c>; null when it is unknown.</summary>
    public static Domain? Find(string name) => Domain.Find(All, name);

    private static List<Domain> ReadAll()
    {
        var assembly = typeof(DomainCatalogue).Assembly;
        var files = assembly
            .GetManifestResourceNames()
            .Where(n => n.StartsWith("Domain.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return [.. files.Select(name => Read(assembly.GetManifestResourceStream(name)!))];
    }

    private static Domain Read(Stream stream)
    {
        using (stream)
        {
            var file = JsonSerializer.Deserialize<DomainFile>(stream, JsonSerializerOptions.Web)!;
            return new Domain(file.Name, file.Description, file.Version, SchemaParser.Parse(file.Schema.GetRawText()).Value);
        }
    }
}
