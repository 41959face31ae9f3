namespace GroundedDocs.App.Composition;

/// <summary>What is logged while the app gets ready.</summary>
internal static partial class WarmupLog
{
    [LoggerMessage(30, LogLevel.Warning, "Storage does not answer yet; trying again.")]
    public static partial void NoStorage(ILogger logger, Exception error);

    [LoggerMessage(31, LogLevel.Warning, "The reader is not ready ({Code}); trying again.")]
    public static partial void NoModels(ILogger logger, string code);

    [LoggerMessage(33, LogLevel.Error, "Getting ready failed; trying again.")]
    public static partial void NotReady(ILogger logger, Exception error);

    [LoggerMessage(34, LogLevel.Warning, "The process that started this one is gone; stopping.")]
    public static partial void Orphaned(ILogger logger);

    [LoggerMessage(32, LogLevel.Information, "Ready: storage answers and the models are loaded.")]
    public static partial void Ready(ILogger logger);
}
