using GroundedDocs.App.Cli.Manifests;
using GroundedDocs.Documents;

namespace GroundedDocs.App.Cli;

/// <summary>What the command line says about the documents to work on.</summary>
/// <param name="Files">Documents named one by one.</param>
/// <param name="Manifest">A manifest, or null.</param>
/// <param name="Domain">The domain of the named documents, or null.</param>
/// <param name="SchemaPath">The schema of the named documents, or null.</param>
internal sealed record Inputs(IReadOnlyList<string> Files, string? Manifest, string? Domain, string? SchemaPath)
{
    /// <summary>The documents, or why there are none.</summary>
    public Result<IReadOnlyList<ManifestLine>> Lines()
    {
        if (Manifest is not null && (Files.Count > 0 || Domain is not null || SchemaPath is not null))
        {
            return new Failure("input.both", "--manifest stands alone: its lines name the files and their domain or schema.");
        }

        if (Domain is not null && SchemaPath is not null)
        {
            return new Failure(
                "input.schema",
                "--domain and --schema exclude each other: a schema replaces the domain's; give one of them."
            );
        }

        if (Manifest is not null)
        {
            return ManifestFile.Read(Manifest);
        }

        // The parser takes what it does not know for one more file.
        if (Files.FirstOrDefault(file => file.StartsWith("--", StringComparison.Ordinal) && !File.Exists(file)) is { } option)
        {
            return new Failure("input.option", $"There is no option '{option}'; see --help.");
        }

        return Files.Count == 0
            ? new Failure("input.none", "No document was named; give one or more files, or --manifest with a list of them.")
            : Files.Select(file => new ManifestLine(file, new ManifestEntry(file, file, Domain, SchemaPath))).ToArray();
    }
}
