using GroundedDocs.Documents.Results;

namespace GroundedDocs.Orchestration.WorkList;

/// <summary>Which documents of an owner are wanted; what is null does not matter.</summary>
public sealed record WorkFilter
{
    /// <summary>The state.</summary>
    public WorkState? State { get; init; }

    /// <summary>The domain.</summary>
    public string? Domain { get; init; }

    /// <summary>The band of the least sure field.</summary>
    public ConfidenceBand? LowestBand { get; init; }

    /// <summary>Submitted before this moment.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Submitted at or after this moment.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The order.</summary>
    public WorkOrder Order { get; init; }
}
