namespace GroundedDocs.Orchestration.Files;

/// <summary>The purposes that clients name when they upload; we keep them and treat all alike.</summary>
public static class FilePurpose
{
    /// <summary>What clients send when nobody says anything.</summary>
    public const string Default = "assistants";

    /// <summary>All that are known.</summary>
    public static IReadOnlyList<string> All { get; } =
    [Default, "assistants_output", "batch", "batch_output", "datasets", "fine-tune", "fine-tune-results", "vision"];
}
