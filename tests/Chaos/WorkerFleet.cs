using System.Diagnostics;
using System.Globalization;
using GroundedDocs.Emulation;

namespace GroundedDocs.Chaos;

/// <summary>The worker processes; one that is killed is started again at once.</summary>
internal sealed class WorkerFleet(string connectionString, string logFolder) : IDisposable
{
    private readonly List<Process> workers = [];
    private int births;

    /// <summary>Starts the workers.</summary>
    public void Start(int count)
    {
        for (var i = 0; i < count; i++)
        {
            workers.Add(StartOne());
        }
    }

    /// <summary>Kills one with SIGKILL and starts another in its place.</summary>
    public void KillOne(Random chance)
    {
        var index = chance.Next(workers.Count);
        using var killed = workers[index];
        killed.Kill();
        killed.WaitForExit();
        workers[index] = StartOne();
    }

    public void Dispose()
    {
        foreach (var worker in workers)
        {
            worker.Kill(entireProcessTree: true);
            worker.Dispose();
        }

        workers.Clear();
    }

    private Process StartOne()
    {
        var log = Path.Combine(logFolder, string.Create(CultureInfo.InvariantCulture, $"worker-{births++}.log"));
        var port = FreePorts.TakeOne();
        // The shell only opens the log: exec makes the worker itself the process that is killed.
        var start = new ProcessStartInfo(
            "/bin/sh",
            ["-c", "exec \"$0\" \"$@\" >\"$LOG\" 2>&1", .. CommandLine(), ChaosWorker.Verb, $"{port}"]
        )
        {
            UseShellExecute = false,
        };
        start.Environment["LOG"] = log;
        start.Environment["AzureWebJobsStorage"] = connectionString;
        start.Environment["Outbound__AllowHttp"] = "true";
        start.Environment["Outbound__AllowPrivateAddresses"] = "true";
        return Process.Start(start)!;
    }

    /// <summary>This program again: by its own executable, or through the runtime when that runs it.</summary>
    private static string[] CommandLine()
    {
        var self = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(self) == "dotnet" ? [self, typeof(WorkerFleet).Assembly.Location] : [self];
    }
}
