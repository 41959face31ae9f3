using System.Globalization;
using System.Text.Json;
using GroundedDocs.Documents;

namespace GroundedDocs.App.Cli.Manifests;

/// <summary>Reads a manifest: JSON lines of <c>{id, file, schema_file | domain}</c>, paths relative to the manifest.</summary>
internal static class ManifestFile
{
    /// <summary>Every line that is not blank, in order: the document, or what is wrong with the line.</summary>
    public static Result<IReadOnlyList<ManifestLine>> Read(string path)
    {
        if (!File.Exists(path))
        {
            return new Failure("manifest.missing", $"There is no manifest '{path}'; give the path of a file with one JSON object a line.");
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var lines = new List<ManifestLine>();
        foreach (var (index, line) in File.ReadLines(path).Index())
        {
            if (lines.Count == CliLimits.ManifestLines)
            {
                return new Failure(
                    "manifest.limit",
                    $"The manifest '{path}' has more than {CliLimits.ManifestLines} documents; split it and run the parts one after the other."
                );
            }

            if (!string.IsNullOrWhiteSpace(line))
            {
                var fallback = string.Create(CultureInfo.InvariantCulture, $"line {index + 1}");
                lines.Add(ReadLine(line, folder, fallback));
            }
        }

        return lines;
    }

    private static ManifestLine ReadLine(string line, string folder, string fallbackId)
    {
        try
        {
            using var parsed = JsonDocument.Parse(line);
            var id = Text(parsed.RootElement, "id") ?? fallbackId;
            var file = Text(parsed.RootElement, "file");
            var schema = Text(parsed.RootElement, "schema_file");
            return file is null
                ? new ManifestLine(id, Broken(fallbackId, "it has no member 'file' with the path of the document"))
                : new ManifestLine(
                    id,
                    new ManifestEntry(
                        id,
                        Path.Combine(folder, file),
                        Text(parsed.RootElement, "domain"),
                        schema is null ? null : Path.Combine(folder, schema)
                    )
                    {
                        Json = line,
                    }
                );
        }
        catch (JsonException)
        {
            return new ManifestLine(fallbackId, Broken(fallbackId, "it is not JSON"));
        }
    }

    private static Failure Broken(string where, string what) =>
        new(
            "manifest.line",
            $"The manifest's {where} cannot be used: {what}. Each line is an object like {{\"id\": …, \"file\": …, \"domain\": …}}."
        );

    private static string? Text(JsonElement line, string name) =>
        line.ValueKind == JsonValueKind.Object && line.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
