using GroundedDocs.Documents.Predictions;

namespace GroundedDocs.Documents.Metering;

/// <summary>What the work on a document, or on a part of it, used up.</summary>
/// <param name="Model">Calls, tokens and time at the model's server.</param>
/// <param name="Pages">Pages that were worked on.</param>
/// <param name="RecognizedPages">Pages whose text was recognised in process, in part or in whole.</param>
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

    /// <summary>One of <paramref name="count"/> equal shares; what does not divide is in the first ones, so that all of them add up.</summary>
    /// <param name="index">Which share, from 0.</param>
    /// <param name="count">How many shares there are.</param>
    public WorkUsage Share(int index, int count)
    {
        return new WorkUsage(
            new ModelUsage(
                (int)Part(Model.Calls),
                Part(Model.InputTokens),
                Part(Model.OutputTokens),
                TimeSpan.FromTicks(Part(Model.ModelTime.Ticks))
            ),
            (int)Part(Pages),
            (int)Part(RecognizedPages),
            (int)Part(ServicePages),
            Part(StorageOperations)
        );

        long Part(long whole) => (whole / count) + (index < whole % count ? 1 : 0);
    }
}
