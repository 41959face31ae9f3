using GroundedDocs.Adapters.Storage;

namespace GroundedDocs.App.Options;

/// <summary>The settings that name the storage account, in the Functions host's own words.</summary>
internal static class StorageSettings
{
    /// <summary>Reads them; an empty setting is one that is not set.</summary>
    public static StorageOptions Read(IConfiguration settings) =>
        new()
        {
            ConnectionString = Text(settings["AzureWebJobsStorage"]),
            AccountName = Text(settings["AzureWebJobsStorage:accountName"]),
            ClientId = Text(settings["AzureWebJobsStorage:clientId"]),
        };

    private static string? Text(string? setting) => string.IsNullOrEmpty(setting) ? null : setting;
}
