using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.Orchestration.Results;

/// <summary>Hands a run's result to one of its submissions. May be repeated.</summary>
internal sealed class SubmissionDelivery(IBlobStore blobs, SubmissionLedger submissions, ResultNames names)
{
    /// <summary>Writes the result's file, makes it current, and then marks the submission.</summary>
    public async Task DeliverAsync(GenerationRow generation, string submissionId, PublishedBody body, CancellationToken cancellationToken)
    {
        var found = await submissions.FindAsync(generation.Owner, submissionId, cancellationToken);
        if (found is null || found.Status != SubmissionStatus.Pending)
        {
            await submissions.RefreshListAsync(generation.Owner, submissionId, cancellationToken);
            return;
        }

        await WriteFileAsync(Finished(found, generation, body), body, cancellationToken);
        await submissions.ChangeAsync(
            generation.Owner,
            submissionId,
            current => current.Status == SubmissionStatus.Pending ? Finished(current, generation, body) : null,
            cancellationToken
        );
    }

    /// <summary>A name has a result or an error, never both, and only of the newest submission that has taken it.</summary>
    public async Task WriteFileAsync(Submission finished, PublishedBody body, CancellationToken cancellationToken)
    {
        if (finished.ResultPath(body.Domain) is not { } path || !await names.OwnsAsync(finished, cancellationToken))
        {
            return;
        }

        var result = new BlobName(StorageNames.Results, path + ".json");
        var error = new BlobName(StorageNames.Results, path + ".error.json");
        var (written, stale) = finished.Failure is null ? (result, error) : (error, result);
        await blobs.WriteAsync(written, PredictionWriter.Write(finished, body.Json), cancellationToken);
        await blobs.DeleteAsync(stale, cancellationToken);
        await names.FlipAsync(finished, cancellationToken);
    }

    /// <summary>The submission as this generation leaves it, even if it was about to be moved to a newer one.</summary>
    private static Submission Finished(Submission submission, GenerationRow generation, PublishedBody body) =>
        submission with
        {
            Run = generation.Run,
            Status = generation.Failure is null ? SubmissionStatus.Completed : SubmissionStatus.Failed,
            CompletedAt = generation.FinishedAt,
            Failure = generation.Failure,
            Domain = submission.Domain ?? body.Domain,
            PageCount = body.PageCount,
        };
}
