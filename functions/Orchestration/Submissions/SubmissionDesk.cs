using GroundedDocs.Documents;
using GroundedDocs.Documents.Metering;
using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Results;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;

namespace GroundedDocs.Orchestration.Submissions;

/// <summary>
/// Takes documents in: each becomes a submission of its own and joins the run that works, or has worked, on the same thing.
/// Handing in the same id twice is the same as once.
/// </summary>
public sealed class SubmissionDesk
{
    private readonly SubmissionCheck check;
    private readonly GenerationStart start;
    private readonly SubmissionLedger submissions;
    private readonly RequestClaims claims;
    private readonly RunLedger runs;
    private readonly RunCalendar calendar;
    private readonly ResultNames names;
    private readonly SubmissionDelivery delivery;
    private readonly StepSender sender;
    private readonly IRandomness randomness;
    private readonly TimeProvider time;

    internal SubmissionDesk(
        SubmissionCheck check,
        GenerationStart start,
        SubmissionLedger submissions,
        RequestClaims claims,
        RunLedger runs,
        RunCalendar calendar,
        ResultNames names,
        SubmissionDelivery delivery,
        StepSender sender,
        IRandomness randomness,
        TimeProvider time
    )
    {
        this.check = check;
        this.start = start;
        this.submissions = submissions;
        this.claims = claims;
        this.runs = runs;
        this.calendar = calendar;
        this.names = names;
        this.delivery = delivery;
        this.sender = sender;
        this.randomness = randomness;
        this.time = time;
    }

    /// <summary>Stores the document and sets its run going; or says what is wrong with it.</summary>
    public async Task<Result<Submission>> SubmitAsync(SubmissionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (check.Check(request, out var schema) is { } wrong)
        {
            return wrong;
        }

        var id = request.Id ?? randomness.NewId();
        while (true)
        {
            var known = await submissions.FindAsync(request.Owner, id, cancellationToken);
            var run =
                known is null || !await IsLiveAsync(known.Run, cancellationToken)
                    ? await start.JoinOrStartAsync(request, schema, cancellationToken)
                    : known.Run;
            var submission = await KeepAsync(request, id, known, run, cancellationToken);
            if (await SetGoingAsync(submission, cancellationToken))
            {
                return submission;
            }
        }
    }

    /// <summary>
    /// The id of the submission that a repeated request hands in: the same for every repetition. Claimed once and for all by the first.
    /// </summary>
    /// <returns>Null when the key was used before to ask for something else.</returns>
    public Task<string?> ClaimAsync(RepeatedRequest request, CancellationToken cancellationToken) =>
        claims.ClaimAsync(request, cancellationToken);

    /// <summary>Keeps a document that was refused as a failed submission, with its error file, so that its sender hears why.</summary>
    public async Task<Submission> RejectAsync(SubmissionRequest request, Failure failure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var now = time.GetUtcNow();
        var rejected = Create(request, request.Id ?? randomness.NewId(), RunKey.None) with
        {
            Status = SubmissionStatus.Failed,
            CompletedAt = now,
            Failure = failure,
            CallbackUrl = null,
            Webhook = WebhookState.None,
        };
        await calendar.EnterRefusedAsync(rejected.Owner, rejected.Id, now, cancellationToken);
        await submissions.InsertAsync(rejected, cancellationToken);
        if (rejected.ResultName is not null)
        {
            await names.TakeAsync(rejected, cancellationToken);
            var body = new PublishedBody(
                ResultBody.WriteFailure(failure, request.Run, RunUsage.None, new PriceTable(), TimeSpan.Zero),
                request.Run.Domain,
                0
            );
            await delivery.WriteFileAsync(rejected, body, cancellationToken);
        }

        return rejected;
    }

    private Submission Create(SubmissionRequest request, string id, RunKey run) =>
        new(id, request.Owner, run, request.Run.DocumentName, request.HandedInAt ?? time.GetUtcNow())
        {
            Task = request.Run.Task,
            Domain = request.Run.Domain,
            ResultName = request.ResultName,
            CallbackUrl = request.CallbackUrl,
            Webhook = request.CallbackUrl is null ? WebhookState.None : WebhookState.Pending,
        };

    private async Task<Submission> KeepAsync(
        SubmissionRequest request,
        string id,
        Submission? known,
        RunKey run,
        CancellationToken cancellationToken
    )
    {
        var submission = known is null ? Create(request, id, run) : known with { Run = run };
        if (known is null)
        {
            await submissions.InsertAsync(submission, cancellationToken);
        }
        else if (known.Run != run)
        {
            await submissions.ChangeAsync(request.Owner, id, current => current with { Run = run }, cancellationToken);
        }

        if (submission.ResultName is not null)
        {
            await names.TakeAsync(submission, cancellationToken);
        }

        await runs.LinkAsync(run, id, cancellationToken);
        return submission;
    }

    /// <summary>
    /// Looks at the run after linking to it: publishing lists the links after it has changed the status, so that a submission is
    /// either listed there or sent for here. False when the run was cancelled or superseded meanwhile.
    /// </summary>
    private async Task<bool> SetGoingAsync(Submission submission, CancellationToken cancellationToken)
    {
        var generation = await runs.FindAsync(submission.Run, cancellationToken);
        if (generation is null || !generation.IsLive)
        {
            return false;
        }

        var step = generation.Status == RunStatus.Running ? new StepKey(StepKind.Split) : new StepKey(StepKind.Publish, 0, submission.Id);
        await sender.SendAsync(new StepMessage(submission.Run, step), TimeSpan.Zero, cancellationToken);
        return true;
    }

    private async Task<bool> IsLiveAsync(RunKey run, CancellationToken cancellationToken) =>
        await runs.FindAsync(run, cancellationToken) is { IsLive: true };
}
