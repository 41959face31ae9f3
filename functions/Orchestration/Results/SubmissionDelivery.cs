using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.Orchestration.Results;

/// <summary>Hands a run's result to one of its submissions. May be repeated.</summary>
internal sealed class SubmissionDelivery(IBlobStore blobs, SubmissionLedger submissions, ResultNames names)
{
    /// <summary>Writes the result's file, makes it current, and then marks the submission.</summary>
    public async Task DeliverAsync(
        GenerationRow generation,
        string submissionId,
        ReadOnlyMemory<byte> body,
        int pageCount,
        CancellationToken cancellationToken
    )
    {
        var found = await submissions.FindAsync(generation.Owner, submissionId, cancellationToken);
        if (found is null || found.Status != SubmissionStatus.Pending)
        {
            return;
        }

        var delivered = Finished(found, generation, pageCount);
        if (found.ResultName is not null && await names.OwnsAsync(delivered, cancellationToken))
        {
            await WriteFileAsync(delivered, body, cancellationToken);
            await names.FlipAsync(delivered, cancellationToken);
        }

        await submissions.ChangeAsync(
            generation.Owner,
            submissionId,
            current => current.Status == SubmissionStatus.Pending ? Finished(current, generation, pageCount) : null,
            cancellationToken
        );
    }

    private static Submission Finished(Submission submission, GenerationRow generation, int pageCount) =>
        submission with
        {
            Status = generation.Failure is null ? SubmissionStatus.Completed : SubmissionStatus.Failed,
            CompletedAt = generation.FinishedAt,
            Failure = generation.Failure,
            PageCount = pageCount,
        };

    /// <summary>A name has a result or an error, never both.</summary>
    private async Task WriteFileAsync(Submission submission, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var result = new BlobName(StorageNames.Results, submission.ResultName + ".json");
        var error = new BlobName(StorageNames.Results, submission.ResultName + ".error.json");
        var (written, stale) = submission.Failure is null ? (result, error) : (error, result);
        await blobs.WriteAsync(written, PredictionWriter.Write(submission, body), cancellationToken);
        await blobs.DeleteAsync(stale, cancellationToken);
    }
}
