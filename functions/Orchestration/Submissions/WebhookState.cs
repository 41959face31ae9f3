namespace GroundedDocs.Orchestration.Submissions;

/// <summary>How far a submission's webhook is.</summary>
public enum WebhookState
{
    /// <summary>No webhook was asked for.</summary>
    None,

    /// <summary>It waits for the result, or for its next try.</summary>
    Pending,

    /// <summary>The receiver has accepted it.</summary>
    Delivered,

    /// <summary>It was given up.</summary>
    Failed,
}
