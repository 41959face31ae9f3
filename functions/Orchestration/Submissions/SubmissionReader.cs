using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Results;
using GroundedDocs.Orchestration.Storage;

namespace GroundedDocs.Orchestration.Submissions;

/// <summary>Finds submissions and their predictions. Another owner's submission does not exist.</summary>
public sealed class SubmissionReader
{
    private readonly SubmissionLedger submissions;
    private readonly IBlobStore blobs;

    internal SubmissionReader(SubmissionLedger submissions, IBlobStore blobs)
    {
        this.submissions = submissions;
        this.blobs = blobs;
    }

    /// <summary>A submission, or null.</summary>
    public Task<Submission?> FindAsync(string owner, string id, CancellationToken cancellationToken) =>
        submissions.FindAsync(owner, id, cancellationToken);

    /// <summary>All submissions of an owner, in no useful order.</summary>
    public IAsyncEnumerable<Submission> ListAsync(string owner, CancellationToken cancellationToken) =>
        submissions.ListAsync(owner, cancellationToken);

    /// <summary>The submission's prediction as JSON; one that is not finished has no response yet.</summary>
    public async Task<ReadOnlyMemory<byte>> PredictionAsync(Submission submission, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var body = submission.Status is SubmissionStatus.Completed or SubmissionStatus.Failed
            ? await blobs.ReadAsync(WorkBlobs.Result(submission.Run), cancellationToken)
            : null;
        return PredictionWriter.Write(submission, body);
    }
}
