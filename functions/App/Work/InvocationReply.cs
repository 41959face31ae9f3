namespace GroundedDocs.App.Work;

/// <summary>
/// The reply to a trigger request. The host waits for ever on an empty 200 and fails on anything that is not JSON, so every
/// answer has this body. Outputs stay empty: strings there that happen to parse as base64 would be decoded by the host.
/// </summary>
/// <param name="Logs">Lines for the invocation's log; no document text.</param>
internal sealed record InvocationReply(IReadOnlyList<string> Logs)
{
    /// <summary>Always empty.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; } = new Dictionary<string, string>();

    /// <summary>Always null.</summary>
    public string? ReturnValue { get; }
}
