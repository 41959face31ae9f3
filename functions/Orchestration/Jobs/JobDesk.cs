using System.Runtime.CompilerServices;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Metering;
using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Results;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Orchestration.Submissions;
using GroundedDocs.Orchestration.Sweeping;

namespace GroundedDocs.Orchestration.Jobs;

/// <summary>What an operator can do with runs: list, show, replay, cancel, purge.</summary>
public sealed class JobDesk
{
    /// <summary>Days that a list looks back.</summary>
    private const int ListedDays = 31;

    private readonly RunLedger runs;
    private readonly StepLedger steps;
    private readonly SubmissionLedger submissions;
    private readonly OpenRuns open;
    private readonly RunCalendar calendar;
    private readonly RunPurge purge;
    private readonly GenerationRepeat repeat;
    private readonly StepSender sender;
    private readonly PriceTable prices;
    private readonly Limits limits;
    private readonly TimeProvider time;

    internal JobDesk(
        RunLedger runs,
        StepLedger steps,
        SubmissionLedger submissions,
        OpenRuns open,
        RunCalendar calendar,
        RunPurge purge,
        GenerationRepeat repeat,
        StepSender sender,
        PriceTable prices,
        Limits limits,
        TimeProvider time
    )
    {
        this.runs = runs;
        this.steps = steps;
        this.submissions = submissions;
        this.open = open;
        this.calendar = calendar;
        this.purge = purge;
        this.repeat = repeat;
        this.sender = sender;
        this.prices = prices;
        this.limits = limits;
        this.time = time;
    }

    /// <summary>The jobs of the last month, newest first.</summary>
    public async IAsyncEnumerable<JobSummary> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var back = 0; back < ListedDays; back++)
        {
            var sameDay = new List<JobSummary>();
            await foreach (var run in calendar.OnAsync(time.GetUtcNow() - TimeSpan.FromDays(back), cancellationToken))
            {
                if (await runs.FindAsync(run, cancellationToken) is { } generation)
                {
                    sameDay.Add(SummaryOf(generation));
                }
            }

            foreach (var job in sameDay.OrderByDescending(job => job.CreatedAt))
            {
                yield return job;
            }
        }
    }

    /// <summary>One job with its history, or null.</summary>
    public async Task<JobDetail?> FindAsync(RunKey run, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(run, cancellationToken) is not { } generation)
        {
            return null;
        }

        var served = new List<Submission>();
        await foreach (var id in runs.LinksAsync(run, cancellationToken))
        {
            if (await submissions.FindAsync(generation.Owner, id, cancellationToken) is { } submission)
            {
                served.Add(submission);
            }
        }

        var history = await steps.ListAllAsync(run, cancellationToken);
        var usage = RunUsage.Of(history, null);
        var summary = SummaryOf(generation) with { Usage = usage.Total, Cost = prices.CostOf(usage.Total) };
        return new JobDetail(summary, history, served) { LostAttempts = usage.LostAttempts };
    }

    /// <summary>Stops a running job; its messages are dropped and its submissions say so. False when it was not running.</summary>
    public async Task<bool> CancelAsync(RunKey run, CancellationToken cancellationToken)
    {
        var wasRunning = false;
        var generation = await runs.ChangeAsync(
            run,
            current =>
            {
                wasRunning = current.Status == RunStatus.Running;
                return wasRunning ? current with { Status = RunStatus.Cancelled, FinishedAt = time.GetUtcNow() } : null;
            },
            cancellationToken
        );
        if (generation is not { Status: RunStatus.Cancelled })
        {
            return false;
        }

        await foreach (var id in runs.LinksAsync(run, cancellationToken))
        {
            await submissions.ChangeAsync(generation.Owner, id, current => Cancelled(current, generation), cancellationToken);
        }

        await open.CloseAsync(run, cancellationToken);
        return wasRunning;
    }

    /// <summary>
    /// Runs a job that failed, was cancelled, or lost pages again as the next generation, from the failed steps on: good results of
    /// earlier steps are taken over. Its submissions wait again.
    /// </summary>
    /// <returns>The new generation, or null when there is nothing to repeat.</returns>
    public Task<RunKey?> ReplayAsync(RunKey run, CancellationToken cancellationToken) => repeat.RepeatAsync(run, cancellationToken);

    /// <summary>Sends the webhooks of a finished job again, whether they were given up or delivered.</summary>
    /// <returns>How many are on their way.</returns>
    public async Task<int> ReplayWebhooksAsync(RunKey run, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(run, cancellationToken) is not { Status: RunStatus.Completed or RunStatus.Failed } generation)
        {
            return 0;
        }

        // On the sweep's list first: a message that is lost between the two writes below is then found missing.
        await open.OpenAsync(run, time.GetUtcNow() + limits.QuietTime, cancellationToken);
        var sent = 0;
        await foreach (var id in runs.LinksAsync(run, cancellationToken))
        {
            sent += await ReplayWebhookAsync(generation, id, cancellationToken) ? 1 : 0;
        }

        return sent;
    }

    private async Task<bool> ReplayWebhookAsync(GenerationRow generation, string submissionId, CancellationToken cancellationToken)
    {
        var submission = await submissions.ChangeAsync(
            generation.Owner,
            submissionId,
            current =>
                current.CallbackUrl is not null && current.Status != SubmissionStatus.Pending && current.Run == generation.Run
                    ? current with
                    {
                        Webhook = WebhookState.Pending,
                    }
                    : null,
            cancellationToken
        );
        if (submission?.AwaitsWebhookOf(generation.Run) != true)
        {
            return false;
        }

        var step = new StepKey(StepKind.Notify, Submission: submissionId);
        var row = await steps.ChangeAsync(
            submission.Run,
            step,
            current => new StepRow(step, StepState.Waiting) { Epoch = current.Epoch + 1, ChangedAt = time.GetUtcNow() },
            cancellationToken
        );
        await sender.SendAsync(new StepMessage(submission.Run, step, 1, row.Epoch), TimeSpan.Zero, cancellationToken);
        return true;
    }

    /// <summary>Deletes a job with everything it made. False when there is no such job.</summary>
    public Task<bool> PurgeAsync(RunKey run, CancellationToken cancellationToken) => purge.PurgeAsync(run, cancellationToken);

    private static Submission? Cancelled(Submission submission, GenerationRow generation) =>
        submission.Status == SubmissionStatus.Pending && submission.Run == generation.Run
            ? submission with
            {
                Status = SubmissionStatus.Cancelled,
                CompletedAt = generation.FinishedAt,
                Failure = new Failure("run.cancelled", "The job was cancelled."),
                Webhook = submission.Webhook == WebhookState.Pending ? WebhookState.Failed : submission.Webhook,
            }
            : null;

    private static JobSummary SummaryOf(GenerationRow generation) =>
        new(generation.Run, generation.Status, generation.Owner, generation.CreatedAt, generation.FinishedAt, generation.Failure)
        {
            Usage = generation.Usage,
            Cost = generation.Cost,
        };
}
