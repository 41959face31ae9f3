using GroundedDocs.Documents;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.Orchestration.Corrections;

/// <summary>
/// Takes corrections of predictions: values, words and approvals, each with who and when. The prediction itself is never changed.
/// Another owner's prediction does not exist.
/// </summary>
public sealed class CorrectionDesk
{
    /// <summary>The code of the failure that somebody else changed the review meanwhile.</summary>
    public const string ChangedMeanwhile = "review.changed";

    /// <summary>The code of the failure that there is no such prediction.</summary>
    public const string Unknown = "prediction.unknown";

    private readonly CorrectionLedger ledger;
    private readonly SubmissionLedger submissions;
    private readonly IRandomness randomness;
    private readonly TimeProvider time;

    internal CorrectionDesk(CorrectionLedger ledger, SubmissionLedger submissions, IRandomness randomness, TimeProvider time)
    {
        this.ledger = ledger;
        this.submissions = submissions;
        this.randomness = randomness;
        this.time = time;
    }

    /// <summary>How far the review is; untouched when nobody has changed anything.</summary>
    public Task<ReviewState> StateAsync(string owner, string submissionId, CancellationToken cancellationToken) =>
        ledger.StateAsync(owner, submissionId, cancellationToken);

    /// <summary>All corrections in the order they were made.</summary>
    public IAsyncEnumerable<Correction> ListAsync(string owner, string submissionId, CancellationToken cancellationToken) =>
        ledger.ListAsync(owner, submissionId, cancellationToken);

    /// <summary>All feedbacks.</summary>
    public IAsyncEnumerable<Feedback> FeedbacksAsync(string owner, string submissionId, CancellationToken cancellationToken) =>
        ledger.FeedbacksAsync(owner, submissionId, cancellationToken);

    /// <summary>Appends corrections.</summary>
    /// <param name="owner">Whose prediction.</param>
    /// <param name="submissionId">Which.</param>
    /// <param name="changes">The fields that change.</param>
    /// <param name="by">Who corrects.</param>
    /// <param name="version">The version that the corrector saw; null to append whatever was changed meanwhile.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The new state, or why nothing was kept: <see cref="Unknown"/>, <see cref="ChangedMeanwhile"/>, or a limit.</returns>
    public async Task<Result<ReviewState>> CorrectAsync(
        string owner,
        string submissionId,
        IReadOnlyList<FieldChange> changes,
        string by,
        string? version,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (Check(changes) is { } wrong)
        {
            return wrong;
        }

        var claimed = await ChangeAsync(owner, submissionId, by, version, state => Claimed(state, changes.Count), cancellationToken);
        if (claimed.TryGet(out var state, out _) && changes.Count > 0)
        {
            var first = state.CorrectionCount - changes.Count + 1;
            var rows = changes.Select((change, index) => new Correction(first + index, change, by, time.GetUtcNow()));
            await ledger.AppendAsync(owner, submissionId, rows, cancellationToken);
        }

        return claimed;
    }

    /// <summary>Approves a prediction, or opens it again.</summary>
    /// <returns>The new state, or why it stays: <see cref="Unknown"/> or <see cref="ChangedMeanwhile"/>.</returns>
    public Task<Result<ReviewState>> SetStatusAsync(
        string owner,
        string submissionId,
        ReviewStatus status,
        string by,
        string? version,
        CancellationToken cancellationToken
    ) => ChangeAsync(owner, submissionId, by, version, state => state with { Status = status }, cancellationToken);

    /// <summary>Keeps words, a flag or a whole response about a prediction.</summary>
    /// <param name="owner">Whose prediction.</param>
    /// <param name="submissionId">Which.</param>
    /// <param name="feedback">What was said, without id, moment and name.</param>
    /// <param name="by">Who said it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<Result<Feedback>> AddAsync(
        string owner,
        string submissionId,
        Feedback feedback,
        string by,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(feedback);
        if (await submissions.FindAsync(owner, submissionId, cancellationToken) is null)
        {
            return NoSuchPrediction();
        }

        if (feedback.Notes?.Length > CorrectionLimits.TextCharacters)
        {
            return new Failure(
                "feedback.notes",
                $"The notes have {feedback.Notes.Length} characters; at most {CorrectionLimits.TextCharacters} are kept."
            );
        }

        var count = await ledger.FeedbacksAsync(owner, submissionId, cancellationToken).CountAsync(cancellationToken);
        if (count >= CorrectionLimits.Feedbacks)
        {
            return new Failure(
                "feedback.count",
                $"There are {count} feedbacks on this prediction; at most {CorrectionLimits.Feedbacks} are kept."
            );
        }

        var kept = feedback with { Id = randomness.NewId(), At = time.GetUtcNow(), By = by };
        await ledger.AddAsync(owner, submissionId, kept, cancellationToken);
        return kept;
    }

    private async Task<Result<ReviewState>> ChangeAsync(
        string owner,
        string submissionId,
        string by,
        string? version,
        Func<ReviewState, Result<ReviewState>> change,
        CancellationToken cancellationToken
    )
    {
        if (await submissions.FindAsync(owner, submissionId, cancellationToken) is null)
        {
            return NoSuchPrediction();
        }

        while (true)
        {
            var current = await ledger.StateAsync(owner, submissionId, cancellationToken);
            if (version is not null && version != current.Version)
            {
                return new Failure(ChangedMeanwhile, "Somebody else has changed the review of this document; load it again.");
            }

            if (!change(current).TryGet(out var next, out var refusal))
            {
                return refusal;
            }

            var stamped = next with { ChangedBy = by, ChangedAt = time.GetUtcNow() };
            if (await ledger.ReplaceStateAsync(owner, submissionId, stamped, cancellationToken) is { } kept)
            {
                await submissions.RefreshListAsync(owner, submissionId, cancellationToken);
                return kept;
            }
        }
    }

    private static Result<ReviewState> Claimed(ReviewState state, int count)
    {
        if (state.Status == ReviewStatus.Approved)
        {
            return new Failure("review.approved", "The document is approved; open it again before you correct it.");
        }

        return state.CorrectionCount + count > CorrectionLimits.Corrections
            ? new Failure("corrections.count", $"At most {CorrectionLimits.Corrections} corrections are kept for one document.")
            : state with
            {
                CorrectionCount = state.CorrectionCount + count,
            };
    }

    private static Failure? Check(IReadOnlyList<FieldChange> changes)
    {
        if (changes.Count > CorrectionLimits.ChangesAtOnce)
        {
            return new Failure(
                "corrections.changes",
                $"{changes.Count} fields are corrected at once; at most {CorrectionLimits.ChangesAtOnce} are accepted."
            );
        }

        var tooLong = changes.FirstOrDefault(change =>
            change.Path.Length is 0 or > CorrectionLimits.PathCharacters
            || change.After.Length > CorrectionLimits.TextCharacters
            || change.Before?.Length > CorrectionLimits.TextCharacters
            || change.Note?.Length > CorrectionLimits.TextCharacters
        );
        return tooLong is null
            ? null
            : new Failure(
                "corrections.length",
                $"A path must have 1 to {CorrectionLimits.PathCharacters} characters, a value or a note at most {CorrectionLimits.TextCharacters}."
            );
    }

    private static Failure NoSuchPrediction() => new(Unknown, "There is no such prediction.");
}
