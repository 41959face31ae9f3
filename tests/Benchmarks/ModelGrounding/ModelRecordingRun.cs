using GroundedDocs.Tests.Simulation.Model;

namespace GroundedDocs.Benchmarks.ModelGrounding;

/// <summary>
/// Serves a recording of a model on this machine until Ctrl-C, so that the app can be pointed at it where there is no GPU. With a real
/// server's API root, what is not recorded yet is asked there and kept.
/// </summary>
internal static class ModelRecordingRun
{
    public static async Task<int> RunAsync(string folder, int port, string? real)
    {
        await using var server = await RecordedModelServer.StartAsync(folder, real is null ? null : new Uri(real), port);
        Console.WriteLine($"The recording in {folder} answers at {server.Endpoint}.");
        await server.WaitForShutdownAsync();
        return 0;
    }
}
