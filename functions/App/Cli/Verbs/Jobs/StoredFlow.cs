using GroundedDocs.Adapters.Storage;
using GroundedDocs.Adapters.Webhooks;
using GroundedDocs.App.Composition;
using GroundedDocs.App.Options;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.App.Cli.Verbs.Jobs;

/// <summary>The flow on a storage account, for looking and for sending messages: it runs no step, so that nothing is loaded.</summary>
internal static class StoredFlow
{
    /// <summary>Opens the account that the server's own settings name.</summary>
    /// <exception cref="InvalidOperationException">The settings name no account.</exception>
    public static DocumentFlow Open(IConfiguration settings)
    {
        var options = ServerOptions.Read(settings);
        if (options.Storage is { ConnectionString: null, AccountName: null })
        {
            throw new InvalidOperationException(
                "AzureWebJobsStorage is not set; give the connection string of the app's storage account, or UseDevelopmentStorage=true."
            );
        }

        var account = new StorageAccount(options.Storage);
        return new DocumentFlow(
            new FlowParts(
                new StoragePorts(new AzureBlobStore(account), new AzureTableStore(account), new AzureQueues(account)),
                LocalStages.Create(TimeProvider.System).Stages,
                new HttpWebhookSender(options.Webhooks, TimeProvider.System),
                TimeProvider.System,
                new SystemRandomness(),
                options.Limits,
                PipelineVersion.Of(options.Engines)
            )
        );
    }
}
