using System.Globalization;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Values;
using GroundedDocs.Orchestration.Corrections;
using GroundedDocs.Orchestration.InMemory;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Serialization;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Orchestration.Submissions;
using GroundedDocs.Orchestration.Work;
using GroundedDocs.Orchestration.WorkList;
using GroundedDocs.Tests.Orchestration.Fakes;
using GroundedDocs.Tests.Orchestration.Scale;
using Xunit;

namespace GroundedDocs.Tests.Orchestration.WorkList;

public sealed class WorkListTests
{
    private const string Owner = "somebody";
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private readonly InMemoryBlobStore blobs = new(TimeProvider.System);
    private readonly CountingStorage tables;
    private readonly SubmissionLedger ledger;
    private readonly WorkListReader list;

    public WorkListTests()
    {
        var kept = new InMemoryTableStore();
        var corrections = new CorrectionLedger(kept, blobs);
        var work = new WorkStore(blobs);
        var tally = new ReviewTally(kept, work, corrections);
        ledger = new SubmissionLedger(kept, new WorkListKeeper(kept, work, corrections, tally));
        tables = new CountingStorage(blobs, kept, new InMemoryQueues(TimeProvider.System));
        list = new WorkListReader(tables);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_OfTenThousandDocuments_ReadsNoMoreRowsThanItShows()
    {
        const int Documents = 10_000;
        for (var i = 0; i < Documents; i++)
        {
            await SubmitAsync(i, i % 10 == 0 ? "document.receipt" : "document.invoice");
        }

        var filter = new WorkFilter { Domain = "document.receipt", Order = WorkOrder.Oldest };
        var first = await list.PageAsync(Owner, filter, 50, null, Cancellation);
        var second = await list.PageAsync(Owner, filter, 50, first.Next, Cancellation);

        Assert.Equal(Enumerable.Range(0, 100).Select(i => Id(i * 10)), first.Entries.Concat(second.Entries).Select(entry => entry.Id));
        Assert.True(tables.RowsRead <= 2 * 2 * 50, $"{tables.RowsRead} rows were read for a hundred documents.");
        // Two ranges, and each of the hundred entries once.
        Assert.Equal(2 + 100, tables.Operations);
    }

    [Fact]
    public async Task List_OfTenThousandDocumentsByConfidenceAndTime_IsFoundInTenReadsOfRanges()
    {
        const int Documents = 10_000;
        for (var i = 0; i < Documents; i++)
        {
            await SubmitAsync(i, null);
        }

        var filter = new WorkFilter { Order = WorkOrder.LeastSure, Since = Start.AddMinutes(Documents - 60) };
        var first = await list.PageAsync(Owner, filter, 50, null, Cancellation);
        var operations = tables.Operations;
        var second = await list.PageAsync(Owner, filter, 50, first.Next, Cancellation);

        Assert.Equal(Enumerable.Range(Documents - 60, 60).Select(Id), first.Entries.Concat(second.Entries).Select(entry => entry.Id));
        Assert.Null(second.Next);
        Assert.InRange(operations, 50, 50 + 10);
        Assert.InRange(tables.Operations - operations, 10, 10 + 1);
    }

    [Fact]
    public async Task Ids_OfTenThousandDocuments_CostARequestPerThousand()
    {
        const int Documents = 10_000;
        for (var i = 0; i < Documents; i++)
        {
            await SubmitAsync(i, null);
        }

        var before = tables.Operations;
        var ids = await list.NewestIdsAsync(Owner, 9_000, 10, Cancellation);

        Assert.Equal(Enumerable.Range(0, 10).Select(i => Id(Documents - 1 - 9_000 - i)), ids);
        Assert.True(tables.Operations - before <= 10, $"{tables.Operations - before} requests were made.");
    }

    [Fact]
    public async Task Document_ThatIsOnlyRecognised_IsListedForProgramsAlone()
    {
        await ledger.InsertAsync(
            new Submission(Id(1), Owner, new RunKey(Id(1), 1), "1.pdf", Start) { Task = RunTask.Recognize, Domain = "document.invoice" },
            Cancellation
        );

        Assert.Empty((await PageAsync(new WorkFilter())).Entries);
        Assert.Empty((await PageAsync(new WorkFilter { Domain = "document.invoice" })).Entries);
        Assert.Empty(await list.DomainsAsync(Owner, Cancellation));
        Assert.Equal([Id(1)], await list.NewestIdsAsync(Owner, 0, 10, Cancellation));
        await ledger.DeleteAsync(Owner, Id(1), Cancellation);
        Assert.Empty(await list.NewestIdsAsync(Owner, 0, 10, Cancellation));
    }

    [Fact]
    public async Task Document_Completed_MovesFromWorkToReviewWithItsLeastSureField()
    {
        await SubmitAsync(1, "document.invoice");
        await CompleteAsync(1, (0.95, ConfidenceBand.High), (0.41, ConfidenceBand.Low));

        Assert.Empty((await PageAsync(new WorkFilter { State = WorkState.Working })).Entries);
        var entry = Assert.Single((await PageAsync(new WorkFilter { State = WorkState.Open, LowestBand = ConfidenceBand.Low })).Entries);
        Assert.Equal(new WorkSummary(1, 0, 1, 0.41, 0), entry.Summary);
    }

    [Fact]
    public async Task List_ByLeastSure_PutsTheLowestScoreFirstAndUnfinishedDocumentsLast()
    {
        await SubmitAsync(1, null);
        await SubmitAsync(2, null);
        await SubmitAsync(3, null);
        await CompleteAsync(1, (0.9, ConfidenceBand.Medium));
        await CompleteAsync(3, (0.2, ConfidenceBand.Low));

        var page = await PageAsync(new WorkFilter { Order = WorkOrder.LeastSure });

        Assert.Equal([Id(3), Id(1), Id(2)], page.Entries.Select(entry => entry.Id));
    }

    [Theory]
    [InlineData(WorkOrder.Newest, new[] { 4, 3, 2 })]
    [InlineData(WorkOrder.Oldest, new[] { 2, 3, 4 })]
    [InlineData(WorkOrder.LeastSure, new[] { 2, 3, 4 })]
    public async Task List_CutByTime_HoldsTheFirstMomentAndNotTheLast(WorkOrder order, int[] expected)
    {
        for (var i = 0; i < 8; i++)
        {
            await SubmitAsync(i, null);
        }

        var filter = new WorkFilter
        {
            Order = order,
            Since = Start.AddMinutes(2),
            Before = Start.AddMinutes(5),
        };

        Assert.Equal(expected.Select(Id), (await PageAsync(filter)).Entries.Select(entry => entry.Id));
    }

    [Fact]
    public async Task Document_Deleted_IsListedNowhere()
    {
        await SubmitAsync(1, "document.invoice");

        await ledger.DeleteAsync(Owner, Id(1), Cancellation);

        Assert.Empty((await PageAsync(new WorkFilter())).Entries);
        Assert.Empty((await PageAsync(new WorkFilter { Domain = "document.invoice" })).Entries);
        Assert.Null(await list.FindAsync(Owner, Id(1), Cancellation));
    }

    [Fact]
    public async Task List_OfAnotherOwner_HoldsNothing()
    {
        await SubmitAsync(1, "document.invoice");

        Assert.Empty((await list.PageAsync("another", new WorkFilter(), 10, null, Cancellation)).Entries);
        Assert.Empty(await list.DomainsAsync("another", Cancellation));
        Assert.Equal(["document.invoice"], await list.DomainsAsync(Owner, Cancellation));
    }

    private Task<WorkPage> PageAsync(WorkFilter filter) => list.PageAsync(Owner, filter, 50, null, Cancellation);

    private Task SubmitAsync(int number, string? domain)
    {
        var run = new RunKey(Id(number), 1);
        var submission = new Submission(Id(number), Owner, run, $"{number}.pdf", Start.AddMinutes(number)) { Domain = domain };
        return ledger.InsertAsync(submission, Cancellation);
    }

    private async Task CompleteAsync(int number, params (double Score, ConfidenceBand Band)[] fields)
    {
        var document = new GroundedDocument(
            [
                .. fields.Select(
                    (field, i) =>
                        new GroundedField(
                            FieldPath.Parse($"field{i}"),
                            ScalarValue.FromText("value"),
                            GroundingStatus.Exact,
                            field.Band,
                            field.Score,
                            []
                        )
                ),
                new GroundedField(FieldPath.Parse("nothing"), ScalarValue.Null, GroundingStatus.Absent, ConfidenceBand.Low, 0, []),
            ],
            new Provenance("fake", "1", "hash")
        );
        var work = WorkJson.Write(new GroundedWork(document, [], []), WorkJson.Default.GroundedWork);
        await blobs.WriteAsync(WorkBlobs.StepResult(new RunKey(Id(number), 1), new StepKey(StepKind.Ground)), work, Cancellation);
        await ledger.ChangeAsync(Owner, Id(number), current => current with { Status = SubmissionStatus.Completed }, Cancellation);
    }

    private static string Id(int number) => number.ToString("x32", CultureInfo.InvariantCulture);
}
