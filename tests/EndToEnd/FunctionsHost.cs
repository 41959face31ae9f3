using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GroundedDocs.Adapters.Storage;
using GroundedDocs.Emulation;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Tests.EndToEnd;

/// <summary>
/// Stands in for the Azure Functions host and keeps to what the real one does: starts the published executable of host.json, reads what
/// triggers what from the function.json files beside it, leases, polls, posts, retries, poisons, proxies, and starts the handler again when
/// it ends with an error.
/// </summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan TimerEvery = TimeSpan.FromSeconds(2);
    private readonly Dictionary<string, string> settings;
    private readonly StorageAccount account;
    private readonly AzureQueues queues;
    private readonly AzureBlobStore blobs;
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<string, string> seenBlobs = new(StringComparer.Ordinal);
    private readonly JsonNode hostFile = Parse("host.json");
    private readonly List<Task> loops = [];
    private Process handler;
    private HttpClient client;

    private FunctionsHost(Dictionary<string, string> settings, StorageAccount account)
    {
        this.settings = settings;
        this.account = account;
        queues = new AzureQueues(account);
        blobs = new AzureBlobStore(account);
        (handler, client) = StartHandler();
    }

    /// <summary>What is wrong with replies; the real host hangs on the first, or fails the invocation.</summary>
    public ConcurrentBag<string> BadReplies { get; } = [];

    /// <summary>Invocations by function that were answered with success.</summary>
    public ConcurrentDictionary<string, int> Succeeded { get; } = new(StringComparer.Ordinal);

    /// <summary>Why one of the host's own loops has ended.</summary>
    public Exception? Failure => loops.Find(loop => loop.IsFaulted)?.Exception;

    /// <summary>Times that the handler was started.</summary>
    public int Starts { get; private set; }

    public static async Task<FunctionsHost> StartAsync(Dictionary<string, string> settings, StorageAccount account)
    {
        var host = new FunctionsHost(settings, account);
        await host.AnswersAsync();
        foreach (var folder in Directory.EnumerateFiles(AppContext.BaseDirectory, "function.json", SearchOption.AllDirectories))
        {
            var function = Path.GetFileName(Path.GetDirectoryName(folder))!;
            var binding = JsonNode.Parse(await File.ReadAllTextAsync(folder))!["bindings"]![0]!;
            host.loops.Add(Task.Run(() => host.LoopAsync(function, binding)));
        }

        return host;
    }

    /// <summary>Passes a client's request on, as the proxy of the host does.</summary>
    public async Task<(HttpStatusCode Status, string Body)> ProxyAsync(HttpRequestMessage request)
    {
        request.Headers.Host = "docs.example.com";
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Forwarded-Host", "docs.example.com");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await client.SendAsync(request, stopping.Token);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(stopping.Token));
    }

    /// <summary>Kills the handler with SIGKILL, as the host does at its timeout, and starts it again.</summary>
    public async Task KillHandlerAsync()
    {
        handler.Kill();
        await handler.WaitForExitAsync(stopping.Token);
        (handler, client) = StartHandler();
        await AnswersAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(loops).ContinueWith(_ => { }, TaskScheduler.Default);
        handler.Kill(entireProcessTree: true);
        await handler.WaitForExitAsync();
        stopping.Dispose();
    }

    /// <summary>The handler inherits the host's own address, which it must not bind.</summary>
    private (Process Handler, HttpClient Client) StartHandler()
    {
        Starts++;
        var port = FreePorts.TakeOne();
        settings["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}";
        settings["ASPNETCORE_URLS"] = "http://+:80";
        var description = hostFile["customHandler"]!["description"]!;
        var program = Path.Combine(AppContext.BaseDirectory, (string)description["defaultExecutablePath"]!);
        var arguments = description["arguments"]!.AsArray().Select(argument => (string)argument!).ToArray();
        var started = AppProgram.Start(settings, arguments, program);
        AppProgram.Mute(started);
        return (started, new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/"), Timeout = Timeout.InfiniteTimeSpan });
    }

    /// <summary>Any status at all says that the handler is ready.</summary>
    private async Task AnswersAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        while (await timer.WaitForNextTickAsync(stopping.Token))
        {
            try
            {
                using var answer = await client.GetAsync("/", HttpCompletionOption.ResponseHeadersRead, stopping.Token);
                return;
            }
            catch (HttpRequestException) when (!handler.HasExited)
            {
                // It does not listen yet.
            }
        }
    }

    private Task LoopAsync(string function, JsonNode binding) =>
        (string)binding["type"]! switch
        {
            "queueTrigger" => PollQueueAsync(function, binding),
            "blobTrigger" => EveryAsync(Poll, () => ScanAsync(function, binding)),
            "timerTrigger" => EveryAsync(
                TimerEvery,
                () => InvokeAsync(function, HostInvocation.OfTimer(function, (string)binding["name"]!, DateTimeOffset.UtcNow))
            ),
            _ => Task.CompletedTask,
        };

    private async Task EveryAsync(TimeSpan pause, Func<Task> work)
    {
        using var timer = new PeriodicTimer(pause);
        while (await timer.WaitForNextTickAsync(stopping.Token))
        {
            await work();
        }
    }

    /// <summary>Fetches another batch as soon as few enough messages of the last ones are left.</summary>
    private async Task PollQueueAsync(string function, JsonNode binding)
    {
        var queue = (string)binding["queueName"]!;
        var options = hostFile["extensions"]!["queues"]!;
        var running = new List<Task>();
        using var timer = new PeriodicTimer(Poll);
        while (await timer.WaitForNextTickAsync(stopping.Token))
        {
            await Task.WhenAll(running.Where(delivery => delivery.IsCompleted));
            running.RemoveAll(delivery => delivery.IsCompleted);
            if (running.Count <= (int)options["newBatchThreshold"]!)
            {
                var received = await queues.ReceiveAsync(queue, (int)options["batchSize"]!, TimeSpan.FromMinutes(10), stopping.Token);
                running.AddRange(received.Select(message => DeliverAsync(function, binding, queue, message, options)));
            }
        }
    }

    private async Task DeliverAsync(string function, JsonNode binding, string queue, ReceivedMessage message, JsonNode options)
    {
        var body = HostInvocation.OfMessage(function, (string)binding["name"]!, message, DateTimeOffset.UtcNow);
        if (await InvokeAsync(function, body))
        {
            await queues.DeleteAsync(queue, message, stopping.Token);
        }
        else if (message.DequeueCount < (int)options["maxDequeueCount"]! || queue.EndsWith("-poison", StringComparison.Ordinal))
        {
            var delay = TimeSpan.Parse((string)options["visibilityTimeout"]!, CultureInfo.InvariantCulture);
            await queues.RenewAsync(queue, message, delay, stopping.Token);
        }
        else
        {
            await queues.SendAsync(queue + "-poison", message.Body, TimeSpan.Zero, stopping.Token);
            await queues.DeleteAsync(queue, message, stopping.Token);
        }
    }

    private async Task ScanAsync(string function, JsonNode binding)
    {
        var container = ((string)binding["path"]!).Split('/')[0];
        await foreach (var blob in blobs.ListAsync(container, "", stopping.Token))
        {
            if (seenBlobs.TryGetValue(blob.Name.Path, out var etag) && etag == blob.ETag)
            {
                continue;
            }

            var content = (await blobs.ReadAsync(blob.Name, stopping.Token))!.Value.ToArray();
            var address = account.Blobs.GetBlobContainerClient(container).GetBlobClient(blob.Name.Path).Uri;
            var body = HostInvocation.OfBlob(function, (string)binding["name"]!, address, blob.Name.Path, content, DateTimeOffset.UtcNow);
            if (await InvokeAsync(function, body))
            {
                seenBlobs[blob.Name.Path] = blob.ETag;
            }
        }
    }

    private async Task<bool> InvokeAsync(string function, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/" + function)
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        try
        {
            using var answer = await client.SendAsync(request, stopping.Token);
            var reply = await answer.Content.ReadAsStringAsync(stopping.Token);
            Judge(function, answer, reply);
            Succeeded.AddOrUpdate(function, 1, (_, count) => count + 1);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // The handler died: the invocation failed.
            return false;
        }
    }

    private void Judge(string function, HttpResponseMessage answer, string reply)
    {
        var isJson = answer.Content.Headers.ContentType?.MediaType == "application/json" && IsReply(reply);
        if (!isJson || (int)answer.StatusCode is >= 300 and < 400)
        {
            BadReplies.Add($"{function}: {(int)answer.StatusCode} {answer.Content.Headers.ContentType} '{reply}'");
        }
    }

    private static bool IsReply(string reply) =>
        reply.Length > 0 && JsonNode.Parse(reply) is JsonObject json && json["Outputs"] is not null && json["Logs"] is JsonArray;

    private static JsonNode Parse(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)))!;
}
