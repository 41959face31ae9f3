using System.CommandLine;

namespace GroundedDocs.App.Cli.Verbs;

/// <summary>What several verbs share.</summary>
internal static class CommonOptions
{
    public static Option<string?> Manifest() =>
        new("--manifest") { Description = "JSON lines of {id, file, schema_file | domain}, paths relative to the manifest." };

    public static Option<string?> Out() => new("--out") { Description = "Where to write the JSON; standard output if missing." };

    public static Option<int> Workers()
    {
        var workers = new Option<int>("--workers")
        {
            Description = "Documents worked on at the same time.",
            DefaultValueFactory = _ => Math.Clamp(Environment.ProcessorCount, 1, CliLimits.Workers),
        };
        workers.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > CliLimits.Workers)
            {
                result.AddError($"--workers must be from 1 to {CliLimits.Workers}.");
            }
        });
        return workers;
    }

    /// <summary>An option that only takes <c>given</c> or what the verb does without it.</summary>
    public static Option<string> Source(string name, string usual, string description)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.AcceptOnlyFromAmong(usual, "given");
        return option;
    }
}
