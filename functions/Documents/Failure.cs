namespace GroundedDocs.Documents;

/// <summary>
/// Why something that was expected to be able to fail did fail. Failures are values; exceptions are bugs.
/// </summary>
/// <param name="Code">A stable, machine-readable word such as <c>file.encrypted</c> or <c>pages.limit</c>.</param>
/// <param name="Message">One clear sentence for the user: what, where, the limit, what to do. Never document text.</param>
/// <param name="IsTransient">Whether the same call may succeed later.</param>
/// <param name="RetryAfter">How long the other side asked us to wait before the next try, if it did.</param>
public sealed record Failure(string Code, string Message, bool IsTransient = false, TimeSpan? RetryAfter = null)
{
    /// <summary>
    /// Whether a repetition counts as an attempt. A server that is still starting has not failed: it is waited for, up to the
    /// limit of time, without using up the attempts.
    /// </summary>
    public bool CountsAsAttempt { get; init; } = true;
}
