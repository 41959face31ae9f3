using GroundedDocs.Orchestration.Corrections;
using GroundedDocs.Orchestration.Deciding;
using GroundedDocs.Orchestration.Files;
using GroundedDocs.Orchestration.Inbox;
using GroundedDocs.Orchestration.Jobs;
using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Results;
using GroundedDocs.Orchestration.Review;
using GroundedDocs.Orchestration.Running;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Orchestration.Submissions;
using GroundedDocs.Orchestration.Sweeping;
using GroundedDocs.Orchestration.Work;
using GroundedDocs.Orchestration.WorkList;

namespace GroundedDocs.Orchestration;

/// <summary>
/// The way of a document: submit → split → read each page → plan → extract each window → ground → publish → notify. This type
/// only puts the parts together; <see cref="Running.StepRunner"/> runs a step, <see cref="Deciding.Decider"/> says what follows.
/// </summary>
public sealed class DocumentFlow
{
    /// <summary>Puts the flow together on any stores, stages, clock and chance.</summary>
    public DocumentFlow(FlowParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var (storage, stages, limits, time) = (parts.Storage, parts.Stages, parts.Limits, parts.Time);
        var runs = new RunLedger(storage.Tables);
        var steps = new StepLedger(storage.Tables, limits);
        var names = new ResultNames(storage.Tables);
        var open = new OpenRuns(storage.Tables);
        var calendar = new RunCalendar(storage.Tables);
        var sender = new StepSender(storage.Messages);
        var work = new WorkStore(storage.Blobs);
        var corrections = new CorrectionLedger(storage.Tables, storage.Blobs);
        var tally = new ReviewTally(storage.Tables, work, corrections);
        var submissions = new SubmissionLedger(storage.Tables, new WorkListKeeper(storage.Tables, work, corrections, tally));
        var schedule = new RetrySchedule(limits, parts.Randomness);
        var fanIn = new FanIn(steps, storage.Tables);
        var ending = new RunEnding(runs, submissions, time);
        var advance = new StepAdvance(steps, fanIn, runs, submissions, ending, open, sender, limits);
        var delivery = new SubmissionDelivery(storage.Blobs, submissions, names);

        IStepWork[] works =
        [
            new SplitWork(stages.Splitter, work, sender, limits),
            new ReadWork(stages.Reader, work),
            new PlanWork(stages, work, steps, limits),
            new ExtractWork(stages.Extractor, work),
            new GroundWork(stages, work, steps, new RegionRefinement(stages, work, limits), limits),
            new PublishWork(work, steps, runs, new FieldRows(storage), delivery, stages.Domains, parts.Prices, time),
            new NotifyWork(storage.Blobs, submissions, parts.Webhooks),
        ];
        var attempt = new StepAttempt(works.ToDictionary(each => each.Kind), steps, work, new Inheritance(work), limits, time);
        StepRunner = new StepRunner(runs, steps, attempt, advance, sender, schedule, limits, time);
        PoisonedStep = new PoisonedStep(runs, steps, advance, sender, schedule, limits, time);
        var succession = new Succession(runs, submissions, sender);
        var start = new GenerationStart(storage.Blobs, runs, succession, open, calendar, parts.PipelineVersion, limits, time);
        var claims = new RequestClaims(storage.Tables, time);
        SubmissionDesk = new SubmissionDesk(
            new SubmissionCheck(stages, limits),
            start,
            submissions,
            claims,
            runs,
            calendar,
            names,
            delivery,
            sender,
            parts.Randomness,
            time
        );
        var schemas = new StoredSchemas(storage.Blobs, stages.Domains);
        InboxDesk = new InboxDesk(storage, SubmissionDesk, schemas, limits, time);
        Submissions = new SubmissionReader(submissions, storage.Blobs);
        DocumentReader = new DocumentReader(work);
        WorkList = new WorkListReader(storage.Tables);
        Figures = new FigureReader(storage.Tables);
        var histories = new HistoryReader(steps, fanIn, runs, submissions, limits, time);
        var revival = new Revival(steps, advance, sender, limits, time);
        Corrections = new CorrectionDesk(corrections, submissions, parts.Randomness, time);
        Files = new FileDesk(new FileLedger(storage.Tables), storage.Blobs, limits, parts.Randomness, time);
        var leavers = new SubmissionPurge(storage.Blobs, runs, submissions, corrections, names);
        var purge = new RunPurge(runs, leavers, new WorkPurge(storage, steps, limits), open, limits, time);
        var retention = new Retention(calendar, purge, leavers, Files, claims, storage.Tables, limits, time);
        Sweeper = new Sweeper(open, runs, histories, revival, succession, purge, retention, limits, time);
        var repeat = new GenerationRepeat(storage.Blobs, runs, steps, submissions, open, calendar, sender, limits, time);
        JobDesk = new JobDesk(runs, steps, submissions, open, calendar, purge, repeat, sender, parts.Prices, limits, time);
    }

    /// <summary>Takes documents in.</summary>
    public SubmissionDesk SubmissionDesk { get; }

    /// <summary>Runs step messages.</summary>
    public StepRunner StepRunner { get; }

    /// <summary>Takes dropped files in.</summary>
    public InboxDesk InboxDesk { get; }

    /// <summary>Finds submissions and their predictions.</summary>
    public SubmissionReader Submissions { get; }

    /// <summary>Reads what runs have made of documents, for people who look at them.</summary>
    public DocumentReader DocumentReader { get; }

    /// <summary>Lists documents for people who work through them.</summary>
    public WorkListReader WorkList { get; }

    /// <summary>Sums up documents day by day.</summary>
    public FigureReader Figures { get; }

    /// <summary>Keeps uploaded files.</summary>
    public FileDesk Files { get; }

    /// <summary>Takes corrections of predictions.</summary>
    public CorrectionDesk Corrections { get; }

    /// <summary>Looks after quiet runs and deletes old ones.</summary>
    public Sweeper Sweeper { get; }

    /// <summary>What an operator can do.</summary>
    public JobDesk JobDesk { get; }

    /// <summary>Handles messages that were delivered too often.</summary>
    public PoisonedStep PoisonedStep { get; }
}
