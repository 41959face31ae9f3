using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using GroundedDocs.Adapters.Storage;
using GroundedDocs.Tests.Rooms;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Storage;

/// <summary>The storage emulator, started on free ports with nothing kept on disk.</summary>
public sealed class Azurite : IAsyncLifetime
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(1);
    private Process? process;

    public string ConnectionString { get; private set; } = "";

    public StorageAccount Account { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var ports = FreePorts(3);
        ConnectionString =
            $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};"
            + $"BlobEndpoint=http://127.0.0.1:{ports[0]}/devstoreaccount1;"
            + $"QueueEndpoint=http://127.0.0.1:{ports[1]}/devstoreaccount1;"
            + $"TableEndpoint=http://127.0.0.1:{ports[2]}/devstoreaccount1;";
        var script = Path.Combine(SourceTree.Root, ".local/tools/node_modules/azurite/dist/src/azurite.js");
        string[] arguments =
        [
            script,
            "--silent",
            "--disableTelemetry",
            "--skipApiVersionCheck",
            "--inMemoryPersistence",
            "--blobPort",
            $"{ports[0]}",
            "--queuePort",
            $"{ports[1]}",
            "--tablePort",
            $"{ports[2]}",
        ];
        process = Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        await AnswersAsync(ports);
        Account = new StorageAccount(new StorageOptions { ConnectionString = ConnectionString });
        await Account.CreateAllAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private async Task AnswersAsync(int[] ports)
    {
        using var deadline = new CancellationTokenSource(StartTime);
        foreach (var port in ports)
        {
            while (!await ListensAsync(port, deadline.Token))
            {
                if (process!.HasExited)
                {
                    throw new InvalidOperationException($"Azurite ended with {process.ExitCode}.");
                }

                await Task.Delay(TimeSpan.FromMilliseconds(50), deadline.Token);
            }
        }
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

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners)
        {
            listener.Start();
        }

        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners)
        {
            listener.Dispose();
        }

        return ports;
    }
}
