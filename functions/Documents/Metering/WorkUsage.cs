using GroundedDocs.Documents.Predictions;

namespace GroundedDocs.Documents.Metering;

/// <summary>What the work on a document, or on a part of it, used up.</summary>
/// <param name="Model">Calls, tokens and time at the model's server.</param>
/// <param name="Pages">Pages that were worked on.</param>
/// <param name="RecognizedPages">Pages whose text was recognised in process.</param>
/// <param name="ServicePages">Pages that an external reading service was paid for.</param>
/// <param name="StorageOperations">Operations on blobs, queues and tables.</param>
public readonly record struct WorkUsage(ModelUsage Model, int Pages, int RecognizedPages, int ServicePages, long StorageOperations)
{
    /// <summary>What two parts used up together.</summary>
    public static WorkUsage operator +(WorkUsage left, WorkUsage right) => left.Add(right);

    /// <summary>What this and <paramref name="other"/> used up together.</summary>
    public WorkUsage Add(WorkUsage other) =>
        new(
            Model + other.Model,
            Pages + other.Pages,
            RecognizedPages + other.RecognizedPages,
            ServicePages + other.ServicePages,
            StorageOperations + other.StorageOperations
        );
}
