using GroundedDocs.Emulation;
using GroundedDocs.Tests.Adapters.Storage;
using GroundedDocs.Tests.Rooms;
using GroundedDocs.Tests.Samples;
using Xunit;

namespace GroundedDocs.Tests.EndToEnd;

/// <summary>VLM Run's own client, unmodified, against the app as a process of its own with real stages and the storage emulator.</summary>
public sealed class VlmRunClientTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Client_DrivesEveryMethodThatIsServed()
    {
        using var samples = new SampleFiles(1);
        var port = FreePorts.TakeOne();
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = azurite.ConnectionString,
            ["GROUNDEDDOCS_PORT"] = $"{port}",
            // A loaded machine is slow; the client is not told to wait by a 202 here.
            ["Api__WaitTime"] = "00:10:00",
            ["Api__RequestTime"] = "00:11:00",
        };
        string[] making = ["keys", "create", "client", "--scopes", "read,write"];
        var (made, key, _) = await AppProgram.RunAsync(settings, making, cancellationToken: Cancellation);
        Assert.Equal(0, made);
        using var app = AppProgram.Start(settings, ["serve"]);
        try
        {
            AppProgram.Mute(app);
            await AppProgram.AnswersAsync(app, new Uri($"http://127.0.0.1:{port}/health/ready"), Cancellation);
            string[] arguments =
            [
                Path.Combine(SourceTree.Root, "tests/EndToEnd/client.cjs"),
                Path.Combine(SourceTree.Root, ".local/tools/node_modules"),
                $"http://127.0.0.1:{port}/v1",
                key.Trim(),
                samples.Folder,
            ];

            var (exit, steps, error) = await AppProgram.RunAsync(settings, arguments, "node", Cancellation);

            Assert.True(exit == 0, $"After the steps\n{steps}\nthe client failed:\n{error}");
        }
        finally
        {
            app.Kill(entireProcessTree: true);
            await app.WaitForExitAsync(CancellationToken.None);
        }
    }
}
