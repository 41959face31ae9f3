using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using GroundedDocs.App.Access;
using GroundedDocs.App.Composition;
using GroundedDocs.Emulation;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.InMemory;
using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Tests.Orchestration.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace GroundedDocs.Tests.App.Api;

/// <summary>The whole app on a real socket, with in-memory storage behind it and stages that take no time.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    /// <summary>A document of two pages, as the fake stages read it; it also looks like a PDF to whoever judges by signature.</summary>
    public static readonly byte[] TwoPages = Encoding.ASCII.GetBytes("2\n%PDF-1.7 two pages");

    private readonly WebApplication app;
    private readonly InMemoryQueues queues;
    private readonly CancellationTokenSource stopping = new();
    private Task pump = Task.CompletedTask;

    private ApiHost(WebApplication app, InMemoryQueues queues, Uri address)
    {
        this.app = app;
        this.queues = queues;
        Client = new HttpClient { BaseAddress = address };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    public DocumentFlow Flow => Services.GetRequiredService<DocumentFlow>();

    /// <summary>Starts the app; settings are given as <c>NAME=value</c>.</summary>
    public static async Task<ApiHost> StartAsync(
        string[]? settings = null,
        Stages? stages = null,
        Action<IServiceCollection>? replace = null
    )
    {
        var port = FreePorts.TakeOne();
        var waiting = new InMemoryQueues(TimeProvider.System);
        var storage = new StoragePorts(new CopyingBlobs(new InMemoryBlobStore(TimeProvider.System)), new InMemoryTableStore(), waiting);
        string[] given =
        [
            "AzureWebJobsStorage=UseDevelopmentStorage=true",
            $"GROUNDEDDOCS_PORT={port}",
            "Logging:LogLevel:Default=None",
            .. settings ?? [],
        ];
        var built = Server.Build(
            [.. given.Select(setting => "--" + setting)],
            stages ?? new FakeStages().Stages,
            services =>
            {
                services.RemoveAll<IHostedService>();
                services.AddSingleton(storage);
                services.AddSingleton<IQueueLength>(waiting);
                replace?.Invoke(services);
            }
        );
        built.Services.GetRequiredService<Readiness>().SetStorageReady();
        await built.StartAsync();
        return new ApiHost(
            built,
            waiting,
            new Uri($"http://127.0.0.1:{built.Services.GetRequiredService<GroundedDocs.App.Options.ServerOptions>().Port}/")
        );
    }

    /// <summary>Makes a key; from the first on, every request needs one.</summary>
    public async Task<string> MakeKeyAsync(string owner, Scope scopes = Scope.Read | Scope.Write)
    {
        var (key, token) = AccessKey.Create($"{owner}-{Guid.NewGuid():N}", owner, scopes, DateTimeOffset.UtcNow);
        await new KeyTable(Services.GetRequiredService<StoragePorts>().Tables).AddAsync(key, CancellationToken.None);
        return token;
    }

    /// <summary>Works on everything that is queued, on the spot.</summary>
    public async Task WorkAsync()
    {
        while (await queues.ReceiveAsync(StorageNames.StepQueue, 16, TimeSpan.FromMinutes(1), stopping.Token) is { Count: > 0 } messages)
        {
            foreach (var message in messages)
            {
                await Flow.StepRunner.RunAsync(StepMessageFormat.TryRead(message.Body)!, stopping.Token);
                await queues.DeleteAsync(StorageNames.StepQueue, message, stopping.Token);
            }
        }
    }

    /// <summary>Works on what comes in from now on, beside the test.</summary>
    public void KeepWorking() =>
        pump = Task.Run(async () =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            while (await timer.WaitForNextTickAsync(stopping.Token))
            {
                await WorkAsync();
            }
        });

    public Task<(HttpStatusCode Status, JsonNode? Body)> GetAsync(string path, string? key = null) =>
        SendAsync(HttpMethod.Get, path, null, key);

    public Task<(HttpStatusCode Status, JsonNode? Body)> PostAsync(
        string path,
        string json,
        string? key = null,
        string? idempotencyKey = null
    ) => SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"), key, idempotencyKey);

    public async Task<(HttpStatusCode Status, JsonNode? Body)> UploadAsync(byte[] content, string name = "a.pdf", string? key = null)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        return await SendAsync(HttpMethod.Post, "v1/files", form, key);
    }

    public async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        string? key = null,
        string? idempotencyKey = null,
        (string Name, string Value)[]? headers = null
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (key is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        foreach (var (name, value) in headers ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, body.Length == 0 ? null : JsonNode.Parse(body));
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await pump.ContinueWith(_ => { }, TaskScheduler.Default);
        Client.Dispose();
        await app.DisposeAsync();
        stopping.Dispose();
    }
}
