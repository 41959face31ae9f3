using System.CommandLine;
using GroundedDocs.App.Options;
using GroundedDocs.Documents;

namespace GroundedDocs.App.Cli.Verbs;

/// <summary>The options that say which model reads, over the settings of the environment.</summary>
internal sealed class ModelChoice
{
    private readonly Option<string?> model = new("--model")
    {
        Description = $"The model's name at its server, over VisionModel__Model; '{CommandSettings.NoModel}' for the embedded extractor.",
    };

    private readonly Option<string?> endpoint = new("--model-endpoint")
    {
        Description = "API root of an OpenAI-compatible server, over VisionModel__Endpoint.",
    };

    /// <summary>The settings that hold for a verb without these options.</summary>
    public static Result<EngineOptions> OfEnvironment => CommandSettings.Read(Environment, null, null);

    private static IConfiguration Environment => new ConfigurationBuilder().AddEnvironmentVariables().Build();

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Add(model);
        verb.Add(endpoint);
    }

    /// <summary>The settings that hold, or what is wrong with them.</summary>
    public Result<EngineOptions> Read(ParseResult parsed) =>
        CommandSettings.Read(Environment, parsed.GetValue(model), parsed.GetValue(endpoint));
}
