namespace GroundedDocs.App.Composition;

/// <summary>What has to be there before the app can work; the app answers health questions before that.</summary>
internal sealed class Readiness
{
    private readonly TaskCompletionSource storage = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the storage account answers and has all containers, queues and tables.</summary>
    public Task StorageReady => storage.Task;

    /// <summary>Whether the models are loaded; a model that cannot be loaded is a state, not a crash.</summary>
    public bool AreModelsLoaded { get; set; }

    /// <summary>Whether everything is there.</summary>
    public bool IsReady => StorageReady.IsCompletedSuccessfully && AreModelsLoaded;

    /// <summary>Says that storage is there.</summary>
    public void SetStorageReady() => storage.TrySetResult();
}
