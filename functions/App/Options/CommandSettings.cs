using GroundedDocs.Documents;

namespace GroundedDocs.App.Options;

/// <summary>The settings of a command: the environment's, as for the server, with what the command line says over them.</summary>
internal static class CommandSettings
{
    /// <summary>What <c>--model</c> is called to do without one.</summary>
    public const string NoModel = "none";

    /// <summary>The settings, or one sentence about each that is wrong.</summary>
    /// <param name="environment">The settings of the environment.</param>
    /// <param name="model">The model's name, <see cref="NoModel"/> for the embedded extractor alone, or null for what is set.</param>
    /// <param name="modelEndpoint">The model server's API root, or null for what is set.</param>
    public static Result<EngineOptions> Read(IConfiguration environment, string? model, string? modelEndpoint)
    {
        var said = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (modelEndpoint is not null || model == NoModel)
        {
            said["VisionModel:Endpoint"] = model == NoModel ? "" : modelEndpoint;
        }

        if (model is not (null or NoModel))
        {
            said["VisionModel:Model"] = model;
        }

        try
        {
            var options = EngineOptions.Read(new ConfigurationBuilder().AddConfiguration(environment).AddInMemoryCollection(said).Build());
            return model is null or NoModel || options.VisionModel.IsConfigured
                ? options
                : new Failure("settings.model", "--model needs a server: set VisionModel__Endpoint or give --model-endpoint.");
        }
        catch (InvalidOperationException wrong)
        {
            return new Failure("settings.wrong", wrong.Message);
        }
    }
}
