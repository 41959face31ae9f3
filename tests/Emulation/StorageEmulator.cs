using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace GroundedDocs.Emulation;

/// <summary>Azurite as a process on ports of its own.</summary>
/// <param name="root">The folder that holds <c>.local/tools</c>.</param>
/// <param name="folder">Where it keeps its data, so that it can be stopped and started again; null for memory alone.</param>
internal sealed class StorageEmulator(string root, string? folder = null) : IDisposable
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly string script = Path.Combine(root, ".local/tools/node_modules/azurite/dist/src/azurite.js");
    private readonly int[] ports = FreePorts.Take(3);
    private Process? process;

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};"
        + $"BlobEndpoint=http://127.0.0.1:{ports[0]}/devstoreaccount1;"
        + $"QueueEndpoint=http://127.0.0.1:{ports[1]}/devstoreaccount1;"
        + $"TableEndpoint=http://127.0.0.1:{ports[2]}/devstoreaccount1;";

    /// <summary>Starts it, on the data that it left if it has a folder, and waits until it answers.</summary>
    public async Task StartAsync()
    {
        string[] keeping = folder is null ? ["--inMemoryPersistence"] : ["--location", folder];
        string[] arguments =
        [
            script,
            "--silent",
            "--disableTelemetry",
            "--skipApiVersionCheck",
            .. keeping,
            "--blobPort",
            $"{ports[0]}",
            "--queuePort",
            $"{ports[1]}",
            "--tablePort",
            $"{ports[2]}",
        ];
        process = Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var deadline = new CancellationTokenSource(Patience);
        foreach (var port in ports)
        {
            while (!await ListensAsync(port, deadline.Token))
            {
                if (process.HasExited)
                {
                    throw new InvalidOperationException($"The emulator ended with {process.ExitCode} at its start.");
                }

                await Task.Delay(TimeSpan.FromMilliseconds(50), deadline.Token);
            }
        }
    }

    /// <summary>Asks it to stop, and waits until it has saved everything: killed, it would lose what Azure would not.</summary>
    public async Task StopAsync()
    {
        using var ask = Process.Start("kill", ["-TERM", $"{process!.Id}"]);
        using var deadline = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(deadline.Token);
        process.Dispose();
        process = null;
    }

    public void Dispose()
    {
        process?.Kill(entireProcessTree: true);
        process?.Dispose();
        process = null;
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
