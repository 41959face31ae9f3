using System.CommandLine;
using GroundedDocs.App.Cli.Verbs;
using GroundedDocs.App.Cli.Verbs.Jobs;
using GroundedDocs.App.Composition;

namespace GroundedDocs.App.Cli;

/// <summary>The program's verbs. Standard output carries nothing but results; everything else goes to standard error.</summary>
internal static class CommandLine
{
    private const string ServeVerb = "serve";

    /// <summary>Runs a verb and returns the exit code, see <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        // Settings of the server are its own matter; the Functions host starts the program without any word.
        if (args is [] or [ServeVerb, ..])
        {
            return await Server.RunAsync([.. args.Skip(1)]);
        }

        var root = new RootCommand("GroundedDocs turns documents into JSON in which every value carries the place where it is printed.")
        {
            ExtractVerb.Create(),
            ReadVerb.Create(),
            GroundVerb.Create(),
            EvaluateVerb.Create(),
            DemoVerb.Create(),
            KeysVerb.Create(),
            JobsVerb.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors is [var first, ..])
        {
            await Console.Error.WriteLineAsync($"{first.Message} See --help.");
            return ExitCode.BadInput;
        }

        return await parsed.InvokeAsync();
    }
}
