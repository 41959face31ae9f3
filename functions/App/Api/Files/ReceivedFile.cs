using GroundedDocs.App.Api.Errors;

namespace GroundedDocs.App.Api.Files;

/// <summary>A file that came in with a request, on this machine's disk until it is disposed of.</summary>
internal sealed class ReceivedFile(TemporaryFile? content, ApiError? error) : IDisposable
{
    /// <summary>What is wrong with it; the rest holds only when this is null.</summary>
    public ApiError? Error { get; } = error;

    /// <summary>Where its bytes lie.</summary>
    public string Path => content!.Path;

    /// <summary>What its sender calls it, without any folders.</summary>
    public string FileName { get; init; } = "document";

    /// <summary>The form's field of that name; null when there is none.</summary>
    public string? Purpose { get; init; }

    public void Dispose() => content?.Dispose();
}
