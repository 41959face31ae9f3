namespace GroundedDocs.Adapters.Sandbox;

/// <summary>What a reader's message says.</summary>
internal enum ReaderReplyKind
{
    /// <summary>The file is open; pages follow.</summary>
    Opened,

    /// <summary>A page or region, or why there is none.</summary>
    Page,

    /// <summary>Everything asked for has been handed out.</summary>
    Done,

    /// <summary>The file cannot be opened.</summary>
    Failed,
}
