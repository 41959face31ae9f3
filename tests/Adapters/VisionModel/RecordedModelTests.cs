using System.Text.Json.Nodes;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Tests.Simulation.Model;
using Xunit;

namespace GroundedDocs.Tests.Adapters.VisionModel;

/// <summary>What a model server answered can be kept and answered again without it.</summary>
public sealed class RecordedModelTests : IDisposable
{
    private const string Schema = """{"type":"object","properties":{"number":{"type":"string"}}}""";
    private static readonly TrueField[] Truth = [ModelBench.Field("number", JsonValue.Create("A-17"), "A-17")];
    private readonly string folder = Directory.CreateTempSubdirectory("groundeddocs-recording-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Replay_OfRecordedPages_GivesTheSameAnswersWithoutTheServer()
    {
        var asked = await RecordAsync();

        var replayed = await ReplayAsync("Invoice A-17");

        Assert.Equal("A-17", asked.Value.Fields[0].Value.Text);
        Assert.NotNull(asked.Value.Fields[0].Probability);
        Assert.Equal(asked.Value.Fields, replayed.Value.Fields);
        Assert.Equal(asked.Value.Usage with { ModelTime = default }, replayed.Value.Usage with { ModelTime = default });
    }

    [Fact]
    public async Task Replay_OfABusyAnswer_IsBusyOnceAndThenAnswers()
    {
        await using (var real = await SimulatedModelServer.StartAsync())
        await using (var recorder = await RecordedModelServer.StartAsync(folder, real.Endpoint))
        {
            real.Truth = Truth;
            real.NextStatus(429, """{"error":{"message":"queue is full"}}""", retryAfter: "7");
            await AskAsync(recorder, "Invoice A-17");
            await AskAsync(recorder, "Invoice A-17");
        }

        await using var replay = await RecordedModelServer.StartAsync(folder);
        var busy = await AskAsync(replay, "Invoice A-17");
        var answered = await AskAsync(replay, "Invoice A-17");
        var again = await AskAsync(replay, "Invoice A-17");

        Assert.Equal(("model.busy", TimeSpan.FromSeconds(7)), (busy.Failure!.Code, busy.Failure.RetryAfter));
        Assert.Equal("A-17", answered.Value.Fields[0].Value.Text);
        Assert.Equal(answered.Value.Fields, again.Value.Fields);
    }

    [Fact]
    public async Task Replay_OfAQuestionNeverAsked_FailsForGood()
    {
        await RecordAsync();

        var replayed = await ReplayAsync("Another page");

        Assert.Equal(("model.not_found", false), (replayed.Failure!.Code, replayed.Failure.IsTransient));
    }

    [Fact]
    public async Task Recording_HoldsTheTextButNeitherPicturesNorKeys()
    {
        await RecordAsync();

        var recorded = await File.ReadAllTextAsync(Directory.GetFiles(folder).Single(), TestContext.Current.CancellationToken);

        Assert.Contains("Invoice A-17", recorded, StringComparison.Ordinal);
        Assert.Contains("(picture)", recorded, StringComparison.Ordinal);
        Assert.DoesNotContain("base64", recorded, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-key", recorded, StringComparison.Ordinal);
    }

    private async Task<Result<Prediction>> RecordAsync()
    {
        await using var real = await SimulatedModelServer.StartAsync();
        real.Truth = Truth;
        await using var recorder = await RecordedModelServer.StartAsync(folder, real.Endpoint);
        return await AskAsync(recorder, "Invoice A-17");
    }

    private async Task<Result<Prediction>> ReplayAsync(string page)
    {
        await using var replay = await RecordedModelServer.StartAsync(folder);
        return await AskAsync(replay, page);
    }

    private static async Task<Result<Prediction>> AskAsync(RecordedModelServer server, string page)
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Options = bench.Options with { Endpoint = server.Endpoint, ApiKey = "secret-key" };
        return await bench.ExtractAsync(Schema, page);
    }
}
