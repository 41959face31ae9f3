namespace GroundedDocs.Adapters.Recognition;

/// <summary>How text recognition runs on this machine.</summary>
public sealed record RecognitionOptions
{
    /// <summary>
    /// The folder with the PP-OCR models and their list of characters. Null looks for a folder <c>models</c> beside the executable,
    /// which is where the build puts them.
    /// </summary>
    public string? ModelsFolder { get; init; }

    /// <summary>
    /// How many inferences run at the same time, over all pages: 1 to <see cref="RecognitionLimits.MaxWorkers"/>. Many workers with one
    /// thread each beat one worker with many threads, because the models are small.
    /// </summary>
    public int Workers { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, RecognitionLimits.MaxWorkers);

    /// <summary>Threads inside one inference, at least 1.</summary>
    public int ThreadsPerWorker { get; init; } = 1;
}
