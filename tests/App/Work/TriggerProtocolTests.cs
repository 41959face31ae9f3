using System.Text.Json.Nodes;
using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Running;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Submissions;
using GroundedDocs.Tests.Orchestration.Fakes;
using Xunit;

namespace GroundedDocs.Tests.App.Work;

/// <summary>Requests as the Functions host has been seen to send them, byte for byte, and what it needs to hear.</summary>
public sealed class TriggerProtocolTests
{
    private const string Metadata =
        """ "Metadata":{"DequeueCount":"1","Id":"\"7793c72d-1\"","InsertionTime":"2026-11-22T21:29:08+00:00","PopReceipt":"\"x\"","sys":{"MethodName":"RunStep","UtcNow":"2026-11-22T21:29:08Z","RandGuid":"d3"}} """;

    [Fact]
    public async Task RunStep_WithAMessageEncodedTwice_RunsTheStep()
    {
        await using var host = await TriggerHost.StartAsync();
        var message = await SubmitAsync(host);

        var (status, _, body) = await host.PostAsync("RunStep", $$"""{"Data":{"message":{{Quoted(Quoted(message))}}},{{Metadata}}}""");

        Assert.Equal(200, status);
        AssertReply(body, nameof(StepDisposition.Done));
        Assert.NotNull(await ReceiveAsync(host));
    }

    [Fact]
    public async Task RunStep_WithAMessageEncodedOnce_RunsTheStep()
    {
        await using var host = await TriggerHost.StartAsync();
        var message = await SubmitAsync(host);

        var (_, _, body) = await host.PostAsync("RunStep", $$"""{"Data":{"message":{{Quoted(message)}}},{{Metadata}}}""");

        AssertReply(body, nameof(StepDisposition.Done));
    }

    [Fact]
    public async Task RunStep_WithAMessageThatIsAnObject_RunsTheStep()
    {
        await using var host = await TriggerHost.StartAsync();
        var message = await SubmitAsync(host);

        var (_, _, body) = await host.PostAsync("RunStep", $$"""{"Data":{"message":{{message}}},{{Metadata}}}""");

        AssertReply(body, nameof(StepDisposition.Done));
    }

    [Fact]
    public async Task RunStep_WhoseMessageOverridesTheHostsMetadata_RunsTheStep()
    {
        await using var host = await TriggerHost.StartAsync();
        var message = await SubmitAsync(host);
        const string Overridden =
            """ "Metadata":{"DequeueCount":"\"many\"","Id":"{\"a\":1}","InsertionTime":"\"yesterday\"","PopReceipt":"null","step":"\"split\"","sys":{}} """;

        var (status, _, body) = await host.PostAsync("RunStep", $$"""{"Data":{"message":{{Quoted(Quoted(message))}}},{{Overridden}}}""");

        Assert.Equal(200, status);
        AssertReply(body, nameof(StepDisposition.Done));
    }

    [Theory]
    [InlineData("DocumentDropped", "", "No metadata.")]
    [InlineData("DocumentDropped", """{"Data":{"document":"\"AAAA\""},"Metadata":{"sys":{}}}""", "No blob of the inbox.")]
    [InlineData("DocumentDroppedEvent", "", "Not an event of a blob in the inbox.")]
    [InlineData("RunStep", "", nameof(StepDisposition.Dropped))]
    [InlineData("StepPoisoned", "", nameof(StepDisposition.Dropped))]
    [InlineData("Sweep", "", "0 steps sent again, 0 drops taken in.")]
    public async Task Trigger_WithoutWhatItNeeds_IsAnsweredAndNeverWithNothing(string function, string request, string reply)
    {
        await using var host = await TriggerHost.StartAsync();

        var (status, head, body) = await host.PostAsync(function, request);

        Assert.Equal(200, status);
        Assert.Contains("application/json", head, StringComparison.Ordinal);
        AssertReply(body, reply);
    }

    [Fact]
    public void StepMessage_Written_AvoidsTheNamesOfTheHostsMetadata()
    {
        string[] reserved =
        [
            "Id",
            "DequeueCount",
            "InsertionTime",
            "ExpirationTime",
            "NextVisibleTime",
            "PopReceipt",
            "QueueTrigger",
            "sys",
        ];
        var written = StepMessageFormat.Write(new StepMessage(new RunKey(new string('a', 32), 1), new StepKey(StepKind.Notify, 0, "b")));

        var names = JsonNode.Parse(written)!.AsObject().Select(member => member.Key);

        Assert.DoesNotContain(names, name => reserved.Contains(name, StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("not json")]
    [InlineData("""{"Data":{"message":"\"hello\""},"Metadata":{}}""")]
    [InlineData("""{"Data":{"message":"{\"v\":2,\"run\":\"00000000000000000000000000000000\"}"},"Metadata":{}}""")]
    public async Task RunStep_WithSomethingThatIsNotOurs_IsDroppedWithAJsonReply(string request)
    {
        await using var host = await TriggerHost.StartAsync();

        var (status, head, body) = await host.PostAsync("RunStep", request);

        Assert.Equal(200, status);
        Assert.Contains("application/json", head, StringComparison.Ordinal);
        AssertReply(body, nameof(StepDisposition.Dropped));
    }

    [Fact]
    public async Task RunStep_OfAPurgedRun_IsDropped()
    {
        await using var host = await TriggerHost.StartAsync();
        var message = await SubmitAsync(host);
        await host.Flow.JobDesk.PurgeAsync(StepMessageFormat.TryRead(message)!.Run, TestContext.Current.CancellationToken);

        var (_, _, body) = await host.PostAsync("RunStep", $$"""{"Data":{"message":{{Quoted(Quoted(message))}}},{{Metadata}}}""");

        AssertReply(body, nameof(StepDisposition.Dropped));
    }

    [Fact]
    public async Task RunStep_WhileStorageDoesNotAnswer_AsksForAnotherDelivery()
    {
        await using var host = await TriggerHost.StartAsync(new UnavailableTables());
        var message = StepMessageFormat.Write(new StepMessage(new RunKey(new string('a', 32), 1), new StepKey(StepKind.Plan)));

        var (status, head, body) = await host.PostAsync("RunStep", $$"""{"Data":{"message":{{Quoted(Quoted(message))}}},{{Metadata}}}""");

        Assert.Equal(500, status);
        Assert.Contains("application/json", head, StringComparison.Ordinal);
        Assert.Contains("Logs", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Forwarded-For: 10.0.0.1\r\n")]
    [InlineData("x-forwarded-host: example.com\r\n")]
    public async Task Trigger_ThroughTheHttpProxy_IsRefused(string header)
    {
        await using var host = await TriggerHost.StartAsync();

        var (status, _, _) = await host.PostAsync("RunStep", "{}", header);

        Assert.Equal(403, status);
    }

    [Theory]
    [InlineData("invoice 7 ü.pdf", "invoice%207%20%C3%BC.pdf")]
    [InlineData("document.words/a+b.pdf", "document.words/a+b.pdf")]
    public async Task DocumentDropped_WithTheBlobsAddressAndAHugePayload_TakesTheBlobIn(string path, string written)
    {
        await using var host = await TriggerHost.StartAsync();
        await host.Blobs.WriteAsync(new BlobName(StorageNames.Inbox, path), "2\n"u8.ToArray(), TestContext.Current.CancellationToken);
        var payload = Convert.ToBase64String(new byte[40 * 1024 * 1024]);
        var request =
            "{\"Data\":{\"document\":\"\\\""
            + payload
            + """\""},"Metadata":{"Properties":{"a":"}"},"Uri":"\"http://127.0.0.1:10000/devstoreaccount1/inbox/"""
            + written
            + """\"","sys":{}}}""";

        var (status, _, body) = await host.PostAsync("DocumentDropped", request, "", 64 * 1024);

        Assert.Equal(200, status);
        AssertReply(body, "Taken in.");
    }

    [Fact]
    public async Task DocumentDropped_WithoutItsAddress_UsesTheNameOfThePattern()
    {
        await using var host = await TriggerHost.StartAsync();
        await host.Blobs.WriteAsync(new BlobName(StorageNames.Inbox, "a.pdf"), "1\n"u8.ToArray(), TestContext.Current.CancellationToken);

        var (_, _, body) = await host.PostAsync("DocumentDropped", """{"Data":{"document":"\"\""},"Metadata":{"name":"\"a.pdf\""}}""");

        AssertReply(body, "Taken in.");
    }

    [Fact]
    public async Task DocumentDropped_OfABlobThatIsGone_IsDone()
    {
        await using var host = await TriggerHost.StartAsync();

        var (status, _, body) = await host.PostAsync("DocumentDropped", """{"Data":{},"Metadata":{"name":"\"gone.pdf\""}}""");

        Assert.Equal(200, status);
        AssertReply(body, "Nothing to do.");
    }

    [Theory]
    [InlineData("""{"topic":"t","subject":"/blobServices/default/containers/inbox/blobs/a.pdf","data":{"url":"URL"}}""")]
    [InlineData("""[{"specversion":"1.0","type":"Microsoft.Storage.BlobCreated","data":{"url":"URL"}}]""")]
    public async Task DocumentDroppedEvent_InEitherSchema_TakesTheBlobIn(string message)
    {
        await using var host = await TriggerHost.StartAsync();
        await host.Blobs.WriteAsync(new BlobName(StorageNames.Inbox, "a.pdf"), "1\n"u8.ToArray(), TestContext.Current.CancellationToken);
        var named = message.Replace("URL", "https://account.blob.core.windows.net/inbox/a.pdf", StringComparison.Ordinal);

        var (_, _, body) = await host.PostAsync(
            "DocumentDroppedEvent",
            $$"""{"Data":{"message":{{Quoted(Quoted(named))}}},{{Metadata}}}"""
        );

        AssertReply(body, "Taken in.");
    }

    [Fact]
    public async Task Sweep_FindsWhatNoEventAnnounced()
    {
        await using var host = await TriggerHost.StartAsync();
        await host.Blobs.WriteAsync(new BlobName(StorageNames.Inbox, "a.pdf"), "1\n"u8.ToArray(), TestContext.Current.CancellationToken);

        var (_, _, body) = await host.PostAsync("Sweep", """{"Data":{"timer":"{\"IsPastDue\":false}"},"Metadata":{"sys":{}}}""");

        AssertReply(body, "0 steps sent again, 1 drops taken in.");
    }

    private static void AssertReply(string chunkedBody, string line)
    {
        var json = JsonNode.Parse(chunkedBody[chunkedBody.IndexOf('{', StringComparison.Ordinal)..(chunkedBody.LastIndexOf('}') + 1)])!;
        Assert.Equal(line, (string?)json["Logs"]![0]);
        Assert.NotNull(json["Outputs"]);
        Assert.True(json.AsObject().ContainsKey("ReturnValue"));
    }

    /// <summary>Hands a document in and takes its first message off the queue.</summary>
    private static async Task<string> SubmitAsync(TriggerHost host)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "3\n", TestContext.Current.CancellationToken);
        var request = new SubmissionRequest("owner", path, new RunRequest { Domain = FakeStages.Domain.Name });
        await host.Flow.SubmissionDesk.SubmitAsync(request, TestContext.Current.CancellationToken);
        return (await ReceiveAsync(host))!.Body;
    }

    private static async Task<ReceivedMessage?> ReceiveAsync(TriggerHost host) =>
        await host.Queues.ReceiveAsync(StorageNames.StepQueue, 1, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken)
            is [var first, ..]
            ? first
            : null;

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
