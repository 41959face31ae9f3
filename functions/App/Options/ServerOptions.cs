using System.Globalization;
using GroundedDocs.Adapters.Outbound;
using GroundedDocs.Adapters.Storage;
using GroundedDocs.Adapters.Webhooks;
using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Limiting;
using GroundedDocs.Orchestration;

namespace GroundedDocs.App.Options;

/// <summary>The settings of the server, read once at start from environment variables.</summary>
internal sealed record ServerOptions
{
    /// <summary>Environment variable by which the Functions host says where to listen.</summary>
    public const string HostPortVariable = "FUNCTIONS_CUSTOMHANDLER_PORT";

    /// <summary>Environment variable by which the Functions host says what kind of place this is.</summary>
    public const string EnvironmentVariable = "AZURE_FUNCTIONS_ENVIRONMENT";

    private const int DefaultPort = 7071;

    /// <summary>The host's own setting that overrides functionTimeout of host.json: the Consumption plan allows no more than ten minutes.</summary>
    private const string HostTimeout = "AzureFunctionsJobHost:functionTimeout";

    /// <summary>The port on 127.0.0.1.</summary>
    public required int Port { get; init; }

    /// <summary>Whether the Functions host owns triggers and scaling; otherwise our own loop does.</summary>
    public required bool IsUnderFunctionsHost { get; init; }

    /// <summary>The storage account.</summary>
    public required StorageOptions Storage { get; init; }

    /// <summary>Webhooks.</summary>
    public required WebhookOptions Webhooks { get; init; }

    /// <summary>Limits of the orchestration.</summary>
    public required Limits Limits { get; init; }

    /// <summary>The model server, the reading service and prices.</summary>
    public required EngineOptions Engines { get; init; }

    /// <summary>Whether the Functions host runs on a developer's machine: only then it may serve without keys.</summary>
    public bool IsDevelopment { get; init; }

    /// <summary>Keys that callers may show, beside those in the table.</summary>
    public IReadOnlyList<AccessKey> Keys { get; init; } = [];

    /// <summary>Where addresses that callers name may lead.</summary>
    public OutboundOptions Outbound { get; init; } = new();

    /// <summary>The limits of the HTTP API.</summary>
    public ApiOptions Api { get; init; } = new();

    /// <summary>The identity provider whose tokens are accepted.</summary>
    public TokenOptions Tokens { get; init; } = new();

    /// <summary>Reads the settings; a wrong one throws <see cref="InvalidOperationException"/> that names it and says what it should be.</summary>
    public static ServerOptions Read(IConfiguration settings)
    {
        var hostPort = settings[HostPortVariable];
        var outbound = ReadOutbound(settings);
        var isUnderHost = !string.IsNullOrEmpty(hostPort);
        return new ServerOptions
        {
            Port = Number(settings, isUnderHost ? HostPortVariable : "GROUNDEDDOCS_PORT", DefaultPort, 1, 65_535),
            IsUnderFunctionsHost = isUnderHost,
            Storage = StorageSettings.Read(settings),
            Webhooks = new WebhookOptions { Secret = Text(settings["GROUNDEDDOCS_WEBHOOK_SECRET"]), Outbound = outbound },
            Limits = Within(
                settings[HostTimeout],
                new Limits { Retention = TimeSpan.FromDays(Number(settings, "GROUNDEDDOCS_RETENTION_DAYS", 30, 1, 3_650)) }
            ),
            Engines = EngineOptions.Read(settings),
            IsDevelopment = string.Equals(settings[EnvironmentVariable], "Development", StringComparison.OrdinalIgnoreCase),
            Keys = ConfiguredKeys.Read(settings["GROUNDEDDOCS_KEYS"]),
            Tokens = TokenOptions.Read(settings),
            Outbound = outbound,
            Api = ApiOptions.Read(settings),
        };
    }

    private static OutboundOptions ReadOutbound(IConfiguration settings)
    {
        var options = settings.GetSection("Outbound").Get<OutboundOptions>() ?? new OutboundOptions();
        var problems = options.Problems().ToList();
        return problems.Count == 0 ? options : throw new InvalidOperationException(string.Join(' ', problems));
    }

    /// <summary>An empty setting is one that is not set.</summary>
    private static string? Text(string? setting) => string.IsNullOrEmpty(setting) ? null : setting;

    /// <summary>The host kills the process at its own deadline, so that ours must come before it.</summary>
    private static Limits Within(string? hostTimeout, Limits limits) =>
        TimeSpan.TryParse(hostTimeout, CultureInfo.InvariantCulture, out var timeout) && timeout > TimeSpan.Zero
            ? limits.Within(timeout)
            : limits;

    private static int Number(IConfiguration settings, string name, int otherwise, int least, int most)
    {
        if (settings[name] is not { Length: > 0 } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new InvalidOperationException($"{name} is '{text}'; it should be a whole number from {least} to {most}.");
    }
}
