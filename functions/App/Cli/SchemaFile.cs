using GroundedDocs.Documents;
using GroundedDocs.Documents.Schemas;

namespace GroundedDocs.App.Cli;

/// <summary>Reads a JSON Schema from a file.</summary>
internal static class SchemaFile
{
    /// <summary>The schema, or why the file cannot be used as one.</summary>
    public static Result<DocumentSchema> Read(string path)
    {
        if (!File.Exists(path))
        {
            return new Failure("schema.missing", $"There is no schema file '{path}'; check the path.");
        }

        // The parser states its own limit; this one only keeps a huge file out of memory.
        if (new FileInfo(path).Length > CliLimits.SchemaBytes)
        {
            return new Failure(
                "schema.bytes",
                $"The schema file '{path}' has more than {CliLimits.SchemaBytes} bytes; ask for fewer fields."
            );
        }

        var parsed = SchemaParser.Parse(File.ReadAllText(path));
        return parsed.TryGet(out var schema, out var failure)
            ? schema
            : failure with
            {
                Message = $"The schema file '{path}' cannot be used. {failure.Message}",
            };
    }
}
