using System.CommandLine;

namespace GroundedDocs.App.Cli.Verbs;

/// <summary><c>read</c>: documents in, words and lines with their boxes out.</summary>
internal static class ReadVerb
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Documents: PDF, TIFF, PNG, JPEG, WebP, GIF or BMP.",
        };
        var (manifest, output, workers) = (CommonOptions.Manifest(), CommonOptions.Out(), CommonOptions.Workers());
        var verb = new Command("read", "Reads words, lines and check boxes, without extracting anything.")
        {
            files,
            manifest,
            output,
            workers,
        };
        verb.SetAction(
            (parsed, cancellationToken) =>
                DocumentRun.RunAsync(
                    new Inputs(parsed.GetValue(files) ?? [], parsed.GetValue(manifest), null, null),
                    ModelChoice.OfEnvironment,
                    parsed.GetValue(output),
                    parsed.GetValue(workers),
                    (documents, entry, token) => documents.ReadAsync(entry, token),
                    cancellationToken
                )
        );
        return verb;
    }
}
