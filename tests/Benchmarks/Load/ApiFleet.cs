using System.Diagnostics;
using System.Globalization;
using GroundedDocs.Emulation;

namespace GroundedDocs.Benchmarks.Load;

/// <summary>App processes on one storage account, with their rate limits lifted.</summary>
internal sealed class ApiFleet : IDisposable
{
    private static readonly string[] Lifted = ["Api__RequestsPerSecond", "Api__RequestBurst", "Api__ConcurrentRequests"];
    private readonly List<Process> processes = [];

    /// <summary>Their addresses.</summary>
    public List<Uri> Addresses { get; } = [];

    /// <summary>Starts one more and waits until its models are loaded.</summary>
    public async Task AddAsync(string connectionString)
    {
        var port = FreePorts.TakeOne();
        var settings = Lifted.ToDictionary(name => name, _ => "1000000", StringComparer.Ordinal);
        settings["AzureWebJobsStorage"] = connectionString;
        settings["GROUNDEDDOCS_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        settings["Logging__LogLevel__Default"] = "Warning";
        var process = AppProgram.Start(settings, ["serve"]);
        processes.Add(process);
        AppProgram.Mute(process);
        var address = new Uri($"http://127.0.0.1:{port}/");
        await AppProgram.AnswersAsync(process, new Uri(address, "health/ready"), CancellationToken.None);
        Addresses.Add(address);
    }

    /// <summary>Resident memory of the first process, in megabytes.</summary>
    public double ResidentMegabytes()
    {
        processes[0].Refresh();
        return processes[0].WorkingSet64 / 1e6;
    }

    public void Dispose()
    {
        foreach (var process in processes)
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
        }
    }
}
