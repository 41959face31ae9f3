namespace GroundedDocs.Adapters.Sandbox;

/// <summary>Why a reader is no longer there.</summary>
internal enum ReaderEndReason
{
    /// <summary>It ended by itself: a crash.</summary>
    Crashed,

    /// <summary>It was killed because an answer took too long.</summary>
    TimedOut,

    /// <summary>It was killed because it used too much memory.</summary>
    OutOfMemory,
}
