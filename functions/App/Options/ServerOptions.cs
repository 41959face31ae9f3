using System.Globalization;
using GroundedDocs.Adapters.Storage;
using GroundedDocs.Adapters.Webhooks;
using GroundedDocs.Orchestration;

namespace GroundedDocs.App.Options;

/// <summary>The settings of the server, read once at start from environment variables.</summary>
internal sealed record ServerOptions
{
    /// <summary>Environment variable by which the Functions host says where to listen.</summary>
    public const string HostPortVariable = "FUNCTIONS_CUSTOMHANDLER_PORT";

    private const int DefaultPort = 7071;

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

    /// <summary>SHA-256 in hexadecimal of the key that opens the admin pages; null to open them to this machine alone.</summary>
    public string? AdminKeyHash { get; init; }

    /// <summary>Reads the settings; a wrong one throws <see cref="InvalidOperationException"/> that names it and says what it should be.</summary>
    public static ServerOptions Read(IConfiguration settings)
    {
        var hostPort = settings[HostPortVariable];
        var isUnderHost = !string.IsNullOrEmpty(hostPort);
        return new ServerOptions
        {
            Port = Number(settings, isUnderHost ? HostPortVariable : "GROUNDEDDOCS_PORT", DefaultPort, 1, 65_535),
            IsUnderFunctionsHost = isUnderHost,
            Storage = new StorageOptions
            {
                ConnectionString = Text(settings["AzureWebJobsStorage"]),
                AccountName = Text(settings["AzureWebJobsStorage:accountName"]),
                ClientId = Text(settings["AzureWebJobsStorage:clientId"]),
            },
            Webhooks = new WebhookOptions
            {
                Secret = Text(settings["GROUNDEDDOCS_WEBHOOK_SECRET"]),
                AllowPrivateAddresses = settings["GROUNDEDDOCS_WEBHOOK_ALLOW_PRIVATE"] == "true",
            },
            Limits = new Limits { Retention = TimeSpan.FromDays(Number(settings, "GROUNDEDDOCS_RETENTION_DAYS", 30, 1, 3_650)) },
            Engines = EngineOptions.Read(settings),
            AdminKeyHash = Text(settings["GROUNDEDDOCS_ADMIN_KEY_SHA256"]),
        };
    }

    /// <summary>An empty setting is one that is not set.</summary>
    private static string? Text(string? setting) => string.IsNullOrEmpty(setting) ? null : setting;

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
