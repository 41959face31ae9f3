namespace GroundedDocs.App.Api.Errors;

/// <summary>What the API logs: ids and kinds, never messages of exceptions, which may quote a document.</summary>
internal static partial class ApiLog
{
    [LoggerMessage(40, LogLevel.Error, "Request {Request} failed with {Kind} at {Stack}")]
    public static partial void Failed(ILogger logger, string request, string kind, string stack);
}
