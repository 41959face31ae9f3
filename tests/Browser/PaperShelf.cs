using System.Globalization;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Metering;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Results;
using GroundedDocs.Orchestration.Corrections;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Results;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Serialization;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Orchestration.Submissions;
using GroundedDocs.Orchestration.Work;
using GroundedDocs.Orchestration.WorkList;

namespace GroundedDocs.Tests.Browser;

/// <summary>Puts finished papers into storage as a run would leave them, where how they came about is not the point.</summary>
internal sealed class PaperShelf
{
    private readonly IBlobStore blobs;
    private readonly SubmissionLedger submissions;

    public PaperShelf(IBlobStore blobs, ITableStore tables)
    {
        this.blobs = blobs;
        var work = new WorkStore(blobs);
        var corrections = new CorrectionLedger(tables, blobs);
        var keeper = new WorkListKeeper(tables, work, corrections, new ReviewTally(tables, work, corrections));
        submissions = new SubmissionLedger(tables, keeper);
    }

    /// <summary>Stores a paper and answers its id.</summary>
    public async Task<string> PutAsync(
        Paper paper,
        string owner,
        string name,
        DateTimeOffset createdAt,
        CancellationToken cancellationToken
    )
    {
        var id = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        var run = new RunKey(id, 1);
        var pages = Enumerable.Range(1, paper.Pages).ToArray();
        await WorkStore.EachAsync(pages, page => PictureAsync(run, paper, page, cancellationToken));
        await blobs.CreateAsync(Step(run, StepKind.Read, 1), Json(paper.LayoutOf(1)), cancellationToken);
        await ResultAsync(run, paper, pages, cancellationToken);
        await submissions.InsertAsync(Finished(run, owner, name, createdAt, paper.Pages), cancellationToken);
        return id;
    }

    /// <summary>Lists a finished document that nobody will open: it has no result.</summary>
    public Task ListAsync(string owner, string name, DateTimeOffset createdAt, CancellationToken cancellationToken)
    {
        var run = new RunKey(Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture), 1);
        return submissions.InsertAsync(Finished(run, owner, name, createdAt, 1), cancellationToken);
    }

    private static Submission Finished(RunKey run, string owner, string name, DateTimeOffset createdAt, int pages) =>
        new(run.RunId, owner, run, name, createdAt)
        {
            Status = SubmissionStatus.Completed,
            Domain = PaperStages.DomainName,
            PageCount = pages,
            CompletedAt = createdAt,
        };

    private Task<bool> PictureAsync(RunKey run, Paper paper, int page, CancellationToken cancellationToken) =>
        blobs.CreateAsync(WorkBlobs.PagePicture(run, page), PaperStages.Draw(paper, page), cancellationToken);

    private async Task ResultAsync(RunKey run, Paper paper, int[] pages, CancellationToken cancellationToken)
    {
        var layout = new DocumentLayout([.. pages.Select(paper.LayoutOf)]);
        var document = new GroundedDocument([.. PaperFields.Of(layout)], new Provenance("paper", "1", PaperStages.Domain.Schema.Hash));
        var grounded = new GroundedWork(document, [.. pages.Select(page => new ResultPage(page, PaperStages.PageSize, 0))], []);
        var plan = new ExtractionPlan(1, PaperStages.DomainName, PaperStages.Domain.Schema.Json, [pages]);
        var body = ResultBody.Write(
            grounded,
            plan,
            new RunRequest(),
            PaperStages.Domain.Schema,
            RunUsage.None,
            null,
            new PriceTable(),
            TimeSpan.Zero
        );
        await blobs.CreateAsync(Step(run, StepKind.Plan, 0), WorkJson.Write(plan, WorkJson.Default.ExtractionPlan), cancellationToken);
        await blobs.CreateAsync(Step(run, StepKind.Ground, 0), WorkJson.Write(grounded, WorkJson.Default.GroundedWork), cancellationToken);
        await blobs.CreateAsync(WorkBlobs.Result(run), body, cancellationToken);
    }

    private static ReadOnlyMemory<byte> Json(PageLayout layout) => WorkJson.Write(layout, WorkJson.Default.PageLayout);

    private static BlobName Step(RunKey run, StepKind kind, int index) => WorkBlobs.StepResult(run, new StepKey(kind, index));
}
