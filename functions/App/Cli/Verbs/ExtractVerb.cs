using System.CommandLine;

namespace GroundedDocs.App.Cli.Verbs;

/// <summary><c>extract</c>: documents in, grounded JSON out.</summary>
internal static class ExtractVerb
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Documents: PDF, TIFF, PNG, JPEG, WebP, GIF or BMP.",
        };
        var domain = new Option<string?>("--domain") { Description = "The kind of document, such as invoice; classified if missing." };
        var schema = new Option<string?>("--schema") { Description = "A JSON Schema file with the fields to extract." };
        var (manifest, output, workers) = (CommonOptions.Manifest(), CommonOptions.Out(), CommonOptions.Workers());
        var overlay = new Option<string?>("--overlay") { Description = "A folder for pictures of the pages with all boxes drawn on them." };
        var verb = new Command("extract", "Extracts fields and says where each is printed.")
        {
            files,
            domain,
            schema,
            manifest,
            output,
            workers,
            overlay,
        };
        var model = new ModelChoice();
        model.AddTo(verb);
        verb.SetAction(
            (parsed, cancellationToken) =>
            {
                var inputs = new Inputs(
                    parsed.GetValue(files) ?? [],
                    parsed.GetValue(manifest),
                    parsed.GetValue(domain),
                    parsed.GetValue(schema)
                );
                var folder = parsed.GetValue(overlay);
                return DocumentRun.RunAsync(
                    inputs,
                    model.Read(parsed),
                    parsed.GetValue(output),
                    parsed.GetValue(workers),
                    (documents, entry, token) => documents.ExtractAsync(entry, folder, token),
                    cancellationToken
                );
            }
        );
        return verb;
    }
}
