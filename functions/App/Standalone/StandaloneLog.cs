namespace GroundedDocs.App.Standalone;

/// <summary>What the standalone loop logs.</summary>
internal static partial class StandaloneLog
{
    [LoggerMessage(20, LogLevel.Warning, "Storage does not answer ({Place}); trying again.")]
    public static partial void StorageUnavailable(ILogger logger, Exception error, string place);

    [LoggerMessage(21, LogLevel.Information, "A message of queue {Queue} is left to be delivered again ({Reason}).")]
    public static partial void MessageLeft(ILogger logger, string queue, string reason);

    [LoggerMessage(23, LogLevel.Error, "A loop ended unexpectedly and is started again.")]
    public static partial void LoopEnded(ILogger logger, Exception error);

    [LoggerMessage(22, LogLevel.Information, "Serving on http://127.0.0.1:{Port}, standalone: polling queues and inbox.")]
    public static partial void Serving(ILogger logger, int port);
}
