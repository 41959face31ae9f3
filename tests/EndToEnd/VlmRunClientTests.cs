using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using GroundedDocs.Tests.Adapters.Storage;
using GroundedDocs.Tests.Rooms;
using GroundedDocs.Tests.Samples;
using Xunit;

namespace GroundedDocs.Tests.EndToEnd;

/// <summary>VLM Run's own client, unmodified, against the app as a process of its own with real stages and the storage emulator.</summary>
public sealed class VlmRunClientTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "GroundedDocs");

    [Fact]
    public async Task Client_DrivesEveryMethodThatIsServed()
    {
        using var samples = new SampleFiles(1);
        var port = FreePort();
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = azurite.ConnectionString,
            ["GROUNDEDDOCS_PORT"] = $"{port}",
            // A loaded machine is slow; the client is not told to wait by a 202 here.
            ["Api__WaitTime"] = "00:10:00",
            ["Api__RequestTime"] = "00:11:00",
        };
        var (made, key, _) = await RunAsync(Program, ["keys", "create", "client", "--scopes", "read,write"], environment);
        Assert.Equal(0, made);
        using var app = Start(Program, ["serve"], environment);
        try
        {
            await AnswersAsync(app, port);
            string[] arguments =
            [
                Path.Combine(SourceTree.Root, "tests/EndToEnd/client.cjs"),
                Path.Combine(SourceTree.Root, ".local/tools/node_modules"),
                $"http://127.0.0.1:{port}/v1",
                key.Trim(),
                samples.Folder,
            ];

            var (exit, steps, error) = await RunAsync("node", arguments, environment);

            Assert.True(exit == 0, $"After the steps\n{steps}\nthe client failed:\n{error}");
        }
        finally
        {
            app.Kill(entireProcessTree: true);
            await app.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static Process Start(string program, string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        return process;
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string program,
        string[] arguments,
        Dictionary<string, string> environment
    )
    {
        using var process = Start(program, arguments, environment);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    private static async Task AnswersAsync(Process app, int port)
    {
        // Nobody reads the log; a full pipe would stop the app.
        app.OutputDataReceived += (_, _) => { };
        app.ErrorDataReceived += (_, _) => { };
        app.BeginOutputReadLine();
        app.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            Assert.False(app.HasExited);
            try
            {
                using var answer = await client.GetAsync("health/ready", TestContext.Current.CancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
