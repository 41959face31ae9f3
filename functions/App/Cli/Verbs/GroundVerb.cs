using System.CommandLine;

namespace GroundedDocs.App.Cli.Verbs;

/// <summary><c>ground</c>: finds values that are given on the pages.</summary>
internal static class GroundVerb
{
    public static Command Create()
    {
        var (manifest, output, workers) = (CommonOptions.Manifest(), CommonOptions.Out(), CommonOptions.Workers());
        manifest.Required = true;
        var layout = CommonOptions.Source("--layout", "read", "'given' takes the line's own words[] instead of reading the file.");
        var verb = new Command("ground", "Says where the values of each line's fields[] are printed.")
        {
            manifest,
            output,
            workers,
            layout,
        };
        verb.SetAction(
            (parsed, cancellationToken) =>
            {
                var isLayoutGiven = parsed.GetValue(layout) == "given";
                return DocumentRun.RunAsync(
                    new Inputs([], parsed.GetValue(manifest), null, null),
                    ModelChoice.OfEnvironment,
                    parsed.GetValue(output),
                    parsed.GetValue(workers),
                    (documents, entry, token) => documents.GroundAsync(entry, isLayoutGiven, token),
                    cancellationToken
                );
            }
        );
        return verb;
    }
}
