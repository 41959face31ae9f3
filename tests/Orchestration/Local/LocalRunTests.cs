using GroundedDocs.Documents;
using GroundedDocs.Documents.Metering;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Values;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Local;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Tests.Orchestration.Fakes;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace GroundedDocs.Tests.Orchestration.Local;

public sealed class LocalRunTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(true);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(120)]
    public async Task Run_OfManyPages_GivesAllWordsInOrder(int pageCount)
    {
        var result = await RunAsync(new FakeStages(), pageCount, new RunRequest());

        Assert.Null(result.Failure);
        Assert.Equal(Expected(pageCount), Words(result.Value));
        Assert.Equal(pageCount, result.Value.Pages.Count);
        Assert.Equal("completed", (string?)result.Value.Prediction["status"]);
        Assert.Equal("document.words", (string?)result.Value.Prediction["domain"]);
    }

    [Fact]
    public async Task Run_WithAPageThatFailsForGood_KeepsTheOthersAndListsTheError()
    {
        var stages = new FakeStages
        {
            Before = (stage, page, _) =>
                Task.FromResult(stage == "read" && page == 2 ? new Failure("page.broken", "Page 2 is broken.") : null),
        };

        var result = await RunAsync(stages, 3, new RunRequest());

        Assert.Equal(["word1", "word3"], Words(result.Value));
        var error = Assert.Single(result.Value.Prediction["errors"]!.AsArray())!;
        Assert.Equal(("read", 2, "page.broken"), ((string?)error["step"], (int?)error["page"], (string?)error["code"]));
    }

    [Fact]
    public async Task Run_WhoseSplitFails_GivesItsFailure()
    {
        var stages = new FakeStages { Before = (_, _, _) => Task.FromResult<Failure?>(new Failure("file.encrypted", "Encrypted.")) };

        var result = await RunAsync(stages, 3, new RunRequest());

        Assert.Equal("file.encrypted", result.Failure?.Code);
    }

    [Fact]
    public async Task Run_OfSelectedPages_GivesThoseOnly()
    {
        var result = await RunAsync(new FakeStages(), 9, new RunRequest { PageNumbers = [2, 5] });

        Assert.Equal(["word2", "word5"], Words(result.Value));
    }

    [Fact]
    public async Task Run_OfAnUnknownDomain_SaysWhichAreKnown()
    {
        var result = await RunAsync(new FakeStages(), 1, new RunRequest { Domain = "document.unknown" });

        Assert.Equal("domain.unknown", result.Failure?.Code);
        Assert.Contains("document.words", result.Failure?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfGivenValues_GroundsThem()
    {
        var given = new GivenValues([new PredictedField(FieldPath.Parse("words[0].text"), ScalarValue.FromText("word3"))]);

        var result = await RunAsync(new FakeStages().Stages with { Extractor = given }, 5, new RunRequest());

        Assert.Equal(["word3"], Words(result.Value));
        Assert.Equal(3, result.Value.Document.Fields[0].Boxes[0].Region.PageNumber);
    }

    [Fact]
    public async Task Run_SaysWhatEachPageUsed()
    {
        var stages = new FakeStages
        {
            Before = (stage, page, _) =>
            {
                if (stage == "extract")
                {
                    UsageMeter.Count(new WorkUsage { Model = new ModelUsage(1, 100 * page, 10, TimeSpan.FromSeconds(page)) });
                }

                return Task.FromResult<Failure?>(null);
            },
        };

        var prediction = (await RunAsync(stages, 3, new RunRequest())).Value.Prediction;

        Assert.Equal(600, (long)prediction["usage"]!["input_tokens"]!);
        Assert.Equal(6, (double)prediction["usage"]!["model_seconds"]!);
        Assert.Equal(3, (int)prediction["usage"]!["recognized_pages"]!);
        Assert.Equal([100, 200, 300], prediction["pages"]!.AsArray().Select(page => (long)page!["usage"]!["input_tokens"]!));
    }

    [Fact]
    public async Task Run_WaitingForAStartingServer_UsesUpNoAttempts()
    {
        var tries = 0;
        var stages = new FakeStages
        {
            Before = (stage, _, _) =>
                Task.FromResult(
                    stage == "extract" && Interlocked.Increment(ref tries) <= 6
                        ? new Failure("model.starting", "Starting.", true) { CountsAsAttempt = false }
                        : null
                ),
        };
        var limits = new Limits { StepAttempts = 2, FirstDelay = TimeSpan.FromMilliseconds(1) };
        using var run = new LocalRun(stages.Stages, 2, limits, TimeProvider.System, new SystemRandomness());

        var result = await run.RunAsync(Document(1), new RunRequest(), TestContext.Current.CancellationToken);

        Assert.Equal(["word1"], Words(result.Value));
    }

    [Fact]
    public async Task Run_WithPagesInOneWindow_SharesItsUsageOut()
    {
        var stages = new FakeStages
        {
            MaxWindowPages = 2,
            Before = (stage, _, _) =>
            {
                if (stage == "extract")
                {
                    UsageMeter.Count(new WorkUsage { Model = new ModelUsage(1, 101, 10, TimeSpan.FromSeconds(1)) });
                }

                return Task.FromResult<Failure?>(null);
            },
        };

        var prediction = (await RunAsync(stages, 2, new RunRequest())).Value.Prediction;

        Assert.Equal([51, 50], prediction["pages"]!.AsArray().Select(page => (long)page!["usage"]!["input_tokens"]!));
    }

    [Fact]
    public async Task Read_OfADocument_GivesItsLayoutAndExtractsNothing()
    {
        var stages = new FakeStages
        {
            Before = (stage, _, _) => stage == "extract" ? throw new InvalidOperationException() : Task.FromResult<Failure?>(null),
        };
        using var run = new LocalRun(stages.Stages, 2, new Limits(), TimeProvider.System, new SystemRandomness());

        var layout = await run.ReadAsync(Document(4), new RunRequest(), TestContext.Current.CancellationToken);

        Assert.Equal([1, 2, 3, 4], layout.Value.Pages.Select(page => page.PageNumber));
    }

    [Fact]
    public async Task Run_WithAnEmptyFile_SaysSo()
    {
        var path = Path.Combine(folder.FullName, "empty.pdf");
        await File.WriteAllBytesAsync(path, [], TestContext.Current.CancellationToken);
        using var run = new LocalRun(new FakeStages().Stages, 2, new Limits(), new FakeTimeProvider(), new SystemRandomness());

        var result = await run.RunAsync(new SourceDocument("empty.pdf", path), new RunRequest(), TestContext.Current.CancellationToken);

        Assert.Equal("file.empty", result.Failure?.Code);
    }

    private Task<Result<RunResult>> RunAsync(FakeStages stages, int pageCount, RunRequest request) =>
        RunAsync(stages.Stages, pageCount, request);

    private async Task<Result<RunResult>> RunAsync(Stages stages, int pageCount, RunRequest request)
    {
        using var run = new LocalRun(stages, 2, new Limits(), TimeProvider.System, new SystemRandomness());
        return await run.RunAsync(Document(pageCount), request, TestContext.Current.CancellationToken);
    }

    private SourceDocument Document(int pageCount)
    {
        var path = Path.Combine(folder.FullName, "document.txt");
        File.WriteAllText(path, $"{pageCount}\n");
        return new SourceDocument("document.txt", path);
    }

    private static string[] Expected(int pageCount) => [.. Enumerable.Range(1, pageCount).Select(page => $"word{page}")];

    private static string[] Words(RunResult result) => [.. result.Response["words"]!.AsArray().Select(word => (string)word!["text"]!)];
}
