namespace GroundedDocs.Adapters.Sandbox;

/// <summary>A reader ended in the middle of a request. It never leaves this room: the splitter turns it into a failure.</summary>
internal sealed class ReaderEndedException(ReaderEndReason reason) : Exception($"The reader ended: {reason}.")
{
    /// <summary>Why it ended.</summary>
    public ReaderEndReason Reason { get; } = reason;
}
