using GroundedDocs.Adapters.Storage;
using GroundedDocs.Adapters.Webhooks;
using GroundedDocs.App.Access;
using GroundedDocs.App.Api;
using GroundedDocs.App.Cli;
using GroundedDocs.App.Options;
using GroundedDocs.App.Review;
using GroundedDocs.App.Standalone;
using GroundedDocs.App.Work;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Metering;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.App.Composition;

/// <summary>The app that serves: under the Functions host as a custom handler, or standalone with a loop of its own.</summary>
internal static class Server
{
    /// <summary>Serves until it is told to stop.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var app = Build(args, null);
        var isUnderHost = app.Services.GetRequiredService<ServerOptions>().IsUnderFunctionsHost;
        await app.RunAsync();
        // The Functions host never starts a handler again that says that all is well.
        return isUnderHost ? ExitCode.NotAsExpected : ExitCode.Done;
    }

    /// <summary>Builds the app.</summary>
    /// <param name="args">Settings as <c>--NAME=value</c>, over those of the environment.</param>
    /// <param name="stages">Stages to use instead of the real ones; null for the real ones.</param>
    /// <param name="replace">Replaces services at the end; null for nothing.</param>
    public static WebApplication Build(string[] args, Stages? stages, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        var options = ServerOptions.Read(builder.Configuration);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
        // It warns that keys lie unencrypted in storage: the storage account's own encryption is what protects them.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.UseUrls($"http://127.0.0.1:{options.Port}");
        AddFlow(builder.Services, options, stages);
        Telemetry.Add(builder);
        if (!options.IsUnderFunctionsHost)
        {
            AddLoop(builder.Services, options);
        }
        else
        {
            builder.Services.AddHostedService<ParentWatch>();
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddCallers(options);
        builder.Services.AddApi(options);
        builder.Services.AddReview();
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseApi();
        app.Services.GetRequiredService<WorkEndpoints>().Map(app);
        app.Services.GetRequiredService<HealthEndpoints>().Map(app);
        app.Services.GetRequiredService<JobEndpoints>().Map(app);
        app.MapApi();
        app.MapReview();
        return app;
    }

    private static void AddFlow(IServiceCollection services, ServerOptions options, Stages? stages)
    {
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IRandomness, SystemRandomness>();
        services.AddSingleton(_ => new StorageAccount(options.Storage));
        services.AddSingleton<AzureBlobStore>();
        services.AddSingleton<AzureTableStore>();
        services.AddSingleton<AzureQueues>();
        services.AddSingleton<IQueueLength>(provider => provider.GetRequiredService<AzureQueues>());
        services.AddSingleton(provider => new StoragePorts(
            provider.GetRequiredService<AzureBlobStore>(),
            provider.GetRequiredService<AzureTableStore>(),
            provider.GetRequiredService<AzureQueues>()
        ));
        services.AddSingleton<IWebhookSender>(provider => new HttpWebhookSender(
            options.Webhooks,
            provider.GetRequiredService<TimeProvider>()
        ));
        if (stages is null)
        {
            services.AddSingleton(provider => LocalStages.Create(provider.GetRequiredService<TimeProvider>()));
        }

        services.AddSingleton(provider => new ServiceStages(
            stages ?? provider.GetRequiredService<LocalStages>().Stages,
            options.Engines,
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(provider => provider.GetRequiredService<ServiceStages>().Stages);
        // Warmed up is the reader in process: asking a paid service for an empty page at each start would be waste.
        services.AddSingleton(provider => (stages ?? provider.GetRequiredService<LocalStages>().Stages).Reader);
        services.AddSingleton(provider => new DocumentFlow(
            new FlowParts(
                MeteredStorage.Of(provider.GetRequiredService<StoragePorts>()),
                provider.GetRequiredService<Stages>(),
                provider.GetRequiredService<IWebhookSender>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<IRandomness>(),
                options.Limits,
                PipelineVersion.Of(options.Engines)
            )
            {
                Prices = options.Engines.Prices,
            }
        ));
        services.AddSingleton<TriggerGate>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<WorkEndpoints>();
        services.AddSingleton<HealthEndpoints>();
        services.AddSingleton<JobEndpoints>();
        services.AddHostedService<Warmup>();
    }

    private static void AddLoop(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(provider => new TriggerClient(
            new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{options.Port}"), Timeout = Timeout.InfiniteTimeSpan },
            provider.GetRequiredService<TriggerGate>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IRandomness>()
        ));
        services.AddHostedService<StandaloneLoop>();
    }
}
