using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GroundedDocs.Adapters.Storage;
using GroundedDocs.Benchmarks.Grounding;
using GroundedDocs.Emulation;
using GroundedDocs.Groundtruth;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Benchmarks.Load;

/// <summary>
/// The HTTP API under load: one and two app processes as they are shipped, on one storage emulator, asked for a finished prediction and
/// handed the same small file again and again.
/// </summary>
internal sealed class LoadRun(StorageAccount account, StringBuilder table)
{
    private static readonly int[] Connections = [1, 64];

    /// <summary>Of so many requests in the long run one hands in a file: clients ask many times for what they handed in once.</summary>
    private const int RequestsPerFile = 50;

    /// <param name="requests">Requests of each kind and number of connections.</param>
    /// <param name="long">Requests over which memory is watched.</param>
    /// <param name="results">The file whose part <c>load</c> is replaced; null to print only.</param>
    public static async Task<int> RunAsync(int requests, int @long, string? results)
    {
        using var emulator = new StorageEmulator(Environment.CurrentDirectory);
        await emulator.StartAsync();
        var account = new StorageAccount(new StorageOptions { ConnectionString = emulator.ConnectionString });
        await account.CreateAllAsync(CancellationToken.None);
        using var fleet = new ApiFleet();
        var table = new StringBuilder();
        await new LoadRun(account, table).MeasureAsync(fleet, emulator.ConnectionString, requests, @long);
        if (results is not null)
        {
            ResultsFile.Replace(results, "load", table.ToString());
        }

        return 0;
    }

    private async Task MeasureAsync(ApiFleet fleet, string connectionString, int requests, int @long)
    {
        await fleet.AddAsync(connectionString);
        var (file, bytes) = await UploadAsync(fleet.Addresses[0]);
        var prediction = await GenerateAsync(fleet.Addresses[0], file);
        Say($"| request | processes | connections | requests a second | median | p99 |");
        Say($"|---|---|---|---|---|---|");
        foreach (var processes in new[] { 1, 2 })
        {
            if (processes > fleet.Addresses.Count)
            {
                await fleet.AddAsync(connectionString);
            }

            await MeasureOneAsync(
                "`GET /v1/predictions/{id}`",
                fleet,
                requests,
                at => new HttpRequestMessage(HttpMethod.Get, new Uri(at, $"v1/predictions/{prediction}"))
            );
            await MeasureOneAsync(
                $"`POST /v1/document/generate`, batch, file of {bytes / 1000} kB",
                fleet,
                requests,
                at => Generate(at, file, batch: true)
            );
        }

        await WatchMemoryAsync(fleet, file, prediction, @long);
    }

    private async Task MeasureOneAsync(string name, ApiFleet fleet, int requests, Func<Uri, HttpRequestMessage> request)
    {
        foreach (var connections in Connections)
        {
            var figures = await LoadClient.RunAsync(fleet.Addresses, connections, requests, request);
            Say(
                $"| {name} | {fleet.Addresses.Count} | {connections} | {figures.PerSecond:0} | {figures.MedianMilliseconds:0.0} ms | {figures.P99Milliseconds:0.0} ms |"
            );

            await SettleAsync();
        }
    }

    /// <summary>What was handed in is delivered afterwards; the next measurement begins when that is done.</summary>
    private async Task SettleAsync()
    {
        var queues = new AzureQueues(account);
        while (await queues.CountAsync(StorageNames.StepQueue, CancellationToken.None) > 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>Memory is looked at five times on the way.</summary>
    private async Task WatchMemoryAsync(ApiFleet fleet, string file, string prediction, int requests)
    {
        const int Looks = 5;
        var number = 0;
        Say($"");
        Say($"| requests | resident memory of one process |");
        Say($"|---|---|");
        Say($"| 0 | {fleet.ResidentMegabytes():0} MB |");
        for (var look = 1; look <= Looks; look++)
        {
            await LoadClient.RunAsync([fleet.Addresses[0]], Connections[^1], requests / Looks, Mixed);
            Say($"| {requests / Looks * look} | {fleet.ResidentMegabytes():0} MB |");
        }

        HttpRequestMessage Mixed(Uri at) =>
            Interlocked.Increment(ref number) % RequestsPerFile == 0
                ? Generate(at, file, batch: true)
                : new HttpRequestMessage(HttpMethod.Get, new Uri(at, $"v1/predictions/{prediction}"));
    }

    private static async Task<(string Id, long Bytes)> UploadAsync(Uri address)
    {
        var sample = SampleSet.Create(SampleSet.ShownSeed).First(each => each.File.EndsWith(".pdf", StringComparison.Ordinal));
        using var client = new HttpClient();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(sample.Content), "file", sample.File } };
        using var answer = await client.PostAsync(new Uri(address, "v1/files"), form);
        answer.EnsureSuccessStatusCode();
        return ((string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!, sample.Content.Length);
    }

    private static async Task<string> GenerateAsync(Uri address, string file)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(10) };
        using var request = Generate(address, file, batch: false);
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!;
    }

    private static HttpRequestMessage Generate(Uri address, string file, bool batch) =>
        new(HttpMethod.Post, new Uri(address, "v1/document/generate"))
        {
            Content = new StringContent(
                $$$"""{"file_id":"{{{file}}}","domain":"document.invoice","batch":{{{(batch ? "true" : "false")}}},"config":{"grounding":true}}""",
                Encoding.UTF8,
                "application/json"
            ),
        };

    private void Say(FormattableString line)
    {
        var text = line.ToString(CultureInfo.InvariantCulture);
        Console.WriteLine(text);
        table.AppendLine(text);
    }
}
