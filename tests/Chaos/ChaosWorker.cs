using GroundedDocs.App.Composition;
using GroundedDocs.Documents;
using GroundedDocs.Tests.Orchestration.Fakes;

namespace GroundedDocs.Chaos;

/// <summary>A standalone process as the app runs it, with stages that take no time; a tenth of its extractions fail.</summary>
internal static class ChaosWorker
{
    public const string Verb = "worker";

    private static readonly Failure Busy = new("model.busy", "The model is busy.", IsTransient: true);

    public static async Task<int> RunAsync(string port)
    {
        var stages = new FakeStages
        {
            Before = (stage, _, _) => Task.FromResult(stage == "extract" && Random.Shared.Next(10) == 0 ? Busy : null),
        };
        string[] settings = [$"--GROUNDEDDOCS_PORT={port}", "--Logging:LogLevel:Default=Warning"];
        await Server.Build(settings, stages.Stages).RunAsync();
        return 0;
    }
}
