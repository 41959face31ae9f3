using GroundedDocs.Orchestration.Corrections;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Results;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.Orchestration.Sweeping;

/// <summary>Deletes submissions with their result files.</summary>
internal sealed class SubmissionPurge(
    IBlobStore blobs,
    RunLedger runs,
    SubmissionLedger submissions,
    CorrectionLedger corrections,
    ResultNames names
)
{
    public Task PurgeAllAsync(GenerationRow generation, CancellationToken cancellationToken) =>
        PurgeOldAsync(generation, DateTimeOffset.MaxValue, cancellationToken);

    /// <summary>Deletes the submissions of a generation that were handed in before a moment.</summary>
    /// <returns>When the youngest of the others was handed in; null when there are none.</returns>
    public async Task<DateTimeOffset?> PurgeOldAsync(GenerationRow generation, DateTimeOffset before, CancellationToken cancellationToken)
    {
        DateTimeOffset? youngest = null;
        foreach (var id in await runs.LinksAsync(generation.Run, cancellationToken).ToListAsync(cancellationToken))
        {
            var submission = await submissions.FindAsync(generation.Owner, id, cancellationToken);
            var isOwn = submission is not null && submission.Run == generation.Run;
            if (isOwn && submission!.CreatedAt >= before)
            {
                youngest = youngest > submission.CreatedAt ? youngest : submission.CreatedAt;
                continue;
            }

            if (isOwn)
            {
                await DeleteAsync(submission!, cancellationToken);
            }

            await runs.UnlinkAsync(generation.Run, id, cancellationToken);
        }

        return youngest;
    }

    /// <summary>Deletes a submission that was refused, and so belongs to no run.</summary>
    public async Task PurgeRefusedAsync(string owner, string id, CancellationToken cancellationToken)
    {
        if (await submissions.FindAsync(owner, id, cancellationToken) is { } submission && submission.Run == RunKey.None)
        {
            await DeleteAsync(submission, cancellationToken);
        }
    }

    /// <summary>A name that another document has taken meanwhile stays.</summary>
    private async Task DeleteAsync(Submission submission, CancellationToken cancellationToken)
    {
        if (submission.ResultPath(submission.Domain) is { } name && await names.OwnsAsync(submission, cancellationToken))
        {
            await blobs.DeleteAsync(new BlobName(StorageNames.Results, name + ".json"), cancellationToken);
            await blobs.DeleteAsync(new BlobName(StorageNames.Results, name + ".error.json"), cancellationToken);
            await names.ForgetAsync(submission, cancellationToken);
        }

        await corrections.DeleteAllAsync(submission.Owner, submission.Id, cancellationToken);
        await submissions.DeleteAsync(submission.Owner, submission.Id, cancellationToken);
    }
}
