using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using GroundedDocs.Adapters.Storage;
using GroundedDocs.Emulation;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Tests.Adapters.Storage;
using GroundedDocs.Tests.Samples;
using Xunit;

namespace GroundedDocs.Tests.EndToEnd;

/// <summary>The published app as the Functions host drives it: every trigger, the proxy, and a handler that is killed at work.</summary>
public sealed class FunctionsHostTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 15 * 60 * 1_000)]
    public async Task App_UnderTheHost_WorksOnWhatEveryTriggerBrings()
    {
        var stop = TestContext.Current.CancellationToken;
        using var samples = new SampleFiles(1);
        var invoice = await File.ReadAllBytesAsync(Directory.EnumerateFiles(samples.Folder, "invoice*.pdf").First(), stop);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["AzureWebJobsStorage"] = azurite.ConnectionString };
        string[] making = ["keys", "create", "host", "--scopes", "read,write"];
        var key = (await AppProgram.RunAsync(settings, making, cancellationToken: stop)).Output.Trim();
        await using var host = await FunctionsHost.StartAsync(settings, azurite.Account);
        var blobs = new AzureBlobStore(azurite.Account);

        await blobs.WriteAsync(new BlobName(StorageNames.Inbox, "document.invoice/invoice 7 ü+%41.pdf"), invoice, stop);
        await AnnounceAsync("gone.pdf");
        await new AzureQueues(azurite.Account).SendAsync(StorageNames.StepQueue, "not ours", TimeSpan.Zero, stop);
        var answer = (Status: default(HttpStatusCode), Body: "");
        // An app that has just started asks to come again until its storage is prepared.
        await UntilAsync(host, async () => (answer = await AskAsync(host, key, invoice)).Status != HttpStatusCode.ServiceUnavailable);
        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created, $"{answer.Status}: {answer.Body}");
        var asked = JsonNode.Parse(answer.Body)!;
        await UntilAsync(host, () => Task.FromResult(host.Succeeded.ContainsKey("RunStep")));
        await host.KillHandlerAsync();

        var dropped = new BlobName(StorageNames.Results, "document.invoice/invoice 7 ü+%41.pdf.json");
        await UntilAsync(host, async () => await blobs.FindAsync(dropped, stop) is not null);
        await UntilAsync(host, async () => (string?)(await PredictionAsync(host, key, asked))["status"] == "completed");

        var result = JsonNode.Parse((await blobs.ReadAsync(dropped, stop))!.Value.Span)!;
        Assert.Equal("completed", (string?)result["status"]);
        Assert.NotEmpty(result["response"]!["items"]!.AsArray());
        Assert.Empty(host.BadReplies);
        Assert.Equal(2, host.Starts);
        Assert.Superset(
            new HashSet<string>(["DocumentDropped", "DocumentDroppedEvent", "RunStep", "Sweep"], StringComparer.Ordinal),
            host.Succeeded.Keys.ToHashSet(StringComparer.Ordinal)
        );
        await AssertClosedToStrangersAsync(host);
    }

    /// <summary>Through the proxy comes the internet: no trigger may be called from there, and nothing without a key.</summary>
    private static async Task AssertClosedToStrangersAsync(FunctionsHost host)
    {
        using var trigger = new HttpRequestMessage(HttpMethod.Post, "/RunStep") { Content = new StringContent("{}") };
        trigger.Headers.Add("X-Azure-Functions-InvocationId", "1");
        using var listing = new HttpRequestMessage(HttpMethod.Get, "/v1/predictions");

        Assert.Equal(HttpStatusCode.Forbidden, (await host.ProxyAsync(trigger)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.ProxyAsync(listing)).Status);
    }

    /// <summary>An Event Grid event whose properties are called like the host's own metadata.</summary>
    private Task AnnounceAsync(string path) =>
        new AzureQueues(azurite.Account).SendAsync(
            StorageNames.DropQueue,
            $$$"""{"id":"831e1650","dequeueCount":"7","popReceipt":"x","eventType":"Microsoft.Storage.BlobCreated","data":{"url":"https://account.blob.core.windows.net/inbox/{{{path}}}"}}""",
            TimeSpan.Zero,
            Cancellation
        );

    private static Task<(HttpStatusCode Status, string Body)> AskAsync(FunctionsHost host, string key, byte[] content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/document/generate?a=1&a=2")
        {
            Content = new StringContent(
                $$$"""{"url":"data:application/pdf;base64,{{{Convert.ToBase64String(content)}}}","domain":"document.invoice","config":{"grounding":true}}""",
                Encoding.UTF8,
                "application/json"
            ),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return host.ProxyAsync(request);
    }

    private static async Task<JsonNode> PredictionAsync(FunctionsHost host, string key, JsonNode asked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/predictions/{asked["id"]}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return JsonNode.Parse((await host.ProxyAsync(request)).Body)!;
    }

    private static async Task UntilAsync(FunctionsHost host, Func<Task<bool>> isSo)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!await isSo())
        {
            Assert.Null(host.Failure);
            await timer.WaitForNextTickAsync(Cancellation);
        }
    }
}
