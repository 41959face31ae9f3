using System.Diagnostics;
using System.Globalization;
using GroundedDocs.Emulation;

namespace GroundedDocs.Benchmarks.Scale;

/// <summary>Worker processes: this program again, by its own executable or through the runtime when that runs it.</summary>
internal sealed class ScaleFleet : IDisposable
{
    private readonly List<Process> workers = [];

    public async Task AddAsync(string connectionString)
    {
        var port = FreePorts.TakeOne();
        var self = Environment.ProcessPath!;
        string[] through = Path.GetFileNameWithoutExtension(self) == "dotnet" ? [typeof(ScaleFleet).Assembly.Location] : [];
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["AzureWebJobsStorage"] = connectionString };
        var worker = AppProgram.Start(settings, [.. through, ScaleWorker.Verb, port.ToString(CultureInfo.InvariantCulture)], self);
        workers.Add(worker);
        AppProgram.Mute(worker);
        await AppProgram.AnswersAsync(worker, new Uri($"http://127.0.0.1:{port}/health/live"), CancellationToken.None);
    }

    public void Dispose()
    {
        foreach (var worker in workers)
        {
            worker.Kill(entireProcessTree: true);
            worker.Dispose();
        }
    }
}
