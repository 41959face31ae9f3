using System.Globalization;
using GroundedDocs.Orchestration.Corrections;
using GroundedDocs.Tests.Orchestration.Fakes;
using Xunit;

namespace GroundedDocs.Tests.Orchestration.Corrections;

/// <summary>Several people correct one document: nobody overwrites what another has not seen, and nothing is lost.</summary>
public sealed class CorrectionDeskTests : IDisposable
{
    private readonly FlowBench bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Corrections_OfTwoWhoSawTheSameVersion_AreKeptOfTheFirstAndAskedAgainOfTheSecond()
    {
        var id = await SubmitAsync();
        var seen = (await bench.Flow.Corrections.StateAsync("owner", id, Cancellation)).Version;

        var first = await CorrectAsync(id, "words[0].text", "ada", seen);
        var second = await CorrectAsync(id, "words[1].text", "bob", seen);
        var again = await CorrectAsync(id, "words[1].text", "bob", first.Value.Version);

        Assert.Equal(CorrectionDesk.ChangedMeanwhile, second.Failure?.Code);
        Assert.Equal(2, again.Value.CorrectionCount);
        Assert.Equal(["ada", "bob"], await AuthorsAsync(id));
    }

    [Fact]
    public async Task Corrections_OfManyAtTheSameMoment_AreAllKept()
    {
        const int Writers = 24;
        var id = await SubmitAsync();

        var kept = await Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(i =>
                    Task.Run(() => CorrectAsync(id, $"words[{i}].text", i.ToString("D2", CultureInfo.InvariantCulture), null), Cancellation)
                )
        );

        Assert.All(kept, each => Assert.True(each.TryGet(out _, out _)));
        Assert.Equal(Writers, (await bench.Flow.Corrections.StateAsync("owner", id, Cancellation)).CorrectionCount);
        Assert.Equal(
            Enumerable.Range(0, Writers).Select(i => i.ToString("D2", CultureInfo.InvariantCulture)),
            (await AuthorsAsync(id)).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Approval_OfSomebodyWhoHasNotSeenACorrection_IsAskedAgain()
    {
        var id = await SubmitAsync();
        var seen = (await bench.Flow.Corrections.StateAsync("owner", id, Cancellation)).Version;
        await CorrectAsync(id, "words[0].text", "ada", seen);

        var approved = await bench.Flow.Corrections.SetStatusAsync("owner", id, ReviewStatus.Approved, "bob", seen, Cancellation);

        Assert.Equal(CorrectionDesk.ChangedMeanwhile, approved.Failure?.Code);
    }

    private async Task<string> SubmitAsync()
    {
        var submission = await bench.SubmitAsync(bench.Document(2));
        await bench.DrainAsync();
        return submission.Id;
    }

    private Task<GroundedDocs.Documents.Result<ReviewState>> CorrectAsync(string id, string path, string by, string? version) =>
        bench.Flow.Corrections.CorrectAsync("owner", id, [new FieldChange(path, null, "\"better\"", null)], by, version, Cancellation);

    private async Task<string[]> AuthorsAsync(string id) =>
        await bench.Flow.Corrections.ListAsync("owner", id, Cancellation).Select(correction => correction.By).ToArrayAsync(Cancellation);
}
