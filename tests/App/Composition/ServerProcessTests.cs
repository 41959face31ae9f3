using System.Diagnostics;
using System.Net;
using GroundedDocs.Emulation;
using Xunit;

namespace GroundedDocs.Tests.App.Composition;

/// <summary>The program as the Functions host starts it: a process that answers at once and never ends as if all were well.</summary>
public sealed class ServerProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("FUNCTIONS_CUSTOMHANDLER_PORT", 1)]
    [InlineData("GROUNDEDDOCS_PORT", 0)]
    public async Task Server_ToldToStop_EndsWithZeroOnlyWhereNoHostStartedIt(string portSetting, int exitCode)
    {
        var port = FreePorts.TakeOne();
        using var process = Start(portSetting, port);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Patience);
        try
        {
            Assert.Equal(HttpStatusCode.OK, await RootAsync(port, deadline.Token));
            using var stop = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await process.WaitForExitAsync(deadline.Token);

            Assert.Equal(exitCode, process.ExitCode);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Storage does not answer, and there is an address of the host's own that must not be bound: neither may matter.</summary>
    private static Process Start(string portSetting, int port)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "GroundedDocs.dll"), "serve"])
        {
            UseShellExecute = false,
        };
        start.Environment[portSetting] = $"{port}";
        start.Environment["ASPNETCORE_URLS"] = "http://+:80";
        start.Environment["AzureWebJobsStorage"] =
            "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:1/a;"
            + "QueueEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a;";
        return Process.Start(start)!;
    }

    private static async Task<HttpStatusCode> RootAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        while (true)
        {
            try
            {
                using var response = await client.GetAsync("/", cancellationToken);
                return response.StatusCode;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(25), cancellationToken);
            }
        }
    }
}
