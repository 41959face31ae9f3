using GroundedDocs.App.Composition;
using GroundedDocs.App.Options;
using GroundedDocs.Tests.Orchestration.Fakes;

namespace GroundedDocs.Benchmarks.Scale;

/// <summary>A standalone process as the app runs it, with stages that take no time.</summary>
internal static class ScaleWorker
{
    public const string Verb = "scale-worker";

    /// <summary>The pipeline version of the workers, which whoever hands documents in must share.</summary>
    public static string Version { get; } = PipelineVersion.Of(EngineOptions.Default);

    public static async Task<int> RunAsync(string port)
    {
        string[] settings = [$"--GROUNDEDDOCS_PORT={port}", "--Logging:LogLevel:Default=Warning"];
        await Server.Build(settings, new FakeStages().Stages).RunAsync();
        return 0;
    }
}
