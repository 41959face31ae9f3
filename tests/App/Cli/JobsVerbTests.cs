using System.Text.Json.Nodes;
using GroundedDocs.Adapters.Storage;
using GroundedDocs.Documents;
using GroundedDocs.Emulation;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Submissions;
using GroundedDocs.Tests.Adapters.Storage;
using GroundedDocs.Tests.Orchestration.Fakes;
using Xunit;

namespace GroundedDocs.Tests.App.Cli;

/// <summary>Jobs as an operator lists, shows, replays, cancels and purges them while the app may not even run.</summary>
public sealed class JobsVerbTests : IClassFixture<Azurite>, IWebhookSender, IDisposable
{
    private static readonly Failure Broken = new("read.broken", "This page cannot be read.");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private readonly Azurite azurite;
    private readonly AzureQueues queues;
    private readonly DocumentFlow flow;
    private bool isPageBroken;

    public JobsVerbTests(Azurite azurite)
    {
        this.azurite = azurite;
        var stages = new FakeStages
        {
            Before = (stage, page, _) => Task.FromResult(stage == "read" && page == 2 && isPageBroken ? Broken : null),
        };
        queues = new AzureQueues(azurite.Account);
        var storage = new StoragePorts(new AzureBlobStore(azurite.Account), new AzureTableStore(azurite.Account), queues);
        flow = new DocumentFlow(
            new FlowParts(storage, stages.Stages, this, TimeProvider.System, new SystemRandomness(), new Limits(), "1")
        );
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    public Task<Result<int>> SendAsync(WebhookDelivery delivery, CancellationToken cancellationToken) =>
        Task.FromResult<Result<int>>(new Failure("webhook.status", "The receiver answered 410."));

    [Fact]
    public async Task Jobs_ListedAndShown_SayHowFarTheyAre()
    {
        var waiting = await SubmitAsync("waiting");
        var done = await SubmitAsync("done", "https://receiver.example/");
        await WorkAsync(done);

        var all = Lines((await RunAsync("jobs", "list")).Output);
        var running = Lines((await RunAsync("jobs", "list", "--status", "running")).Output);
        var one = Lines((await RunAsync("jobs", "list", "--limit", "1")).Output);
        var shown = JsonNode.Parse((await RunAsync("jobs", "show", $"{done.Run}")).Output)!;

        Assert.Contains(all, job => (string?)job["id"] == $"{done.Run}" && (string?)job["status"] == "completed");
        Assert.Contains(running, job => (string?)job["id"] == $"{waiting.Run}");
        Assert.DoesNotContain(running, job => (string?)job["id"] == $"{done.Run}");
        Assert.Single(one);
        var submission = Assert.Single(shown["submissions"]!.AsArray())!;
        Assert.Equal(
            ("completed", "failed", 1),
            ((string?)submission["status"], (string?)submission["webhook"], (int)submission["webhook_attempts"]!)
        );
        Assert.Contains(shown["steps"]!.AsArray(), step => (string?)step!["step"] == "publish" && (string?)step["state"] == "done");
    }

    [Fact]
    public async Task Job_ThatLostAPage_IsReplayedFromTheFailedStep()
    {
        isPageBroken = true;
        var submission = await SubmitAsync("lost");
        await WorkAsync(submission);
        isPageBroken = false;

        var (code, printed, _) = await RunAsync("jobs", "replay", $"{submission.Run}");
        var next = RunKey.TryParse(printed.Trim())!.Value;
        await WorkAsync(submission with { Run = next });

        Assert.Equal((0, submission.Run.Generation + 1), (code, next.Generation));
        Assert.Equal(RunStatus.Completed, (await flow.JobDesk.FindAsync(next, Cancellation))!.Summary.Status);
        var prediction = JsonNode.Parse((await flow.Submissions.PredictionAsync(await FindAsync(submission), Cancellation)).Span)!;
        Assert.Empty(prediction["errors"]!.AsArray());
        Assert.Equal(2, (await RunAsync("jobs", "replay", $"{next}")).ExitCode);
    }

    [Fact]
    public async Task Webhooks_Replayed_AreOnTheirWayAgain()
    {
        var submission = await SubmitAsync("hooked", "https://receiver.example/");
        await WorkAsync(submission);

        var (code, printed, _) = await RunAsync("jobs", "replay", $"{submission.Run}", "--webhooks");

        Assert.Equal((0, "1 webhooks are on their way."), (code, printed.Trim()));
        Assert.Equal(WebhookState.Pending, (await FindAsync(submission)).Webhook);
    }

    [Fact]
    public async Task Job_Cancelled_IsOverOnce()
    {
        var submission = await SubmitAsync("cancelled");

        var (code, _, _) = await RunAsync("jobs", "cancel", $"{submission.Run}");
        var (again, _, why) = await RunAsync("jobs", "cancel", $"{submission.Run}");

        Assert.Equal((0, 2), (code, again));
        Assert.Contains("not running", why, StringComparison.Ordinal);
        Assert.Equal(SubmissionStatus.Cancelled, (await FindAsync(submission)).Status);
    }

    [Fact]
    public async Task Job_Purged_IsGone()
    {
        var submission = await SubmitAsync("purged");
        await WorkAsync(submission);

        var (code, _, _) = await RunAsync("jobs", "purge", $"{submission.Run}");

        Assert.Equal(0, code);
        Assert.Null(await flow.Submissions.FindAsync(submission.Owner, submission.Id, Cancellation));
        foreach (var verb in new[] { "show", "purge" })
        {
            var (refused, _, why) = await RunAsync("jobs", verb, $"{submission.Run}");
            Assert.Equal(2, refused);
            Assert.Contains("no such job", why, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Job_WhoseIdIsNone_IsRefused()
    {
        var (code, _, why) = await RunAsync("jobs", "cancel", "../somewhere");

        Assert.Equal(2, code);
        Assert.Contains("is no job's id", why, StringComparison.Ordinal);
    }

    private async Task<Submission> SubmitAsync(string mark, string? callback = null)
    {
        var path = Path.Combine(folder.FullName, mark);
        await File.WriteAllTextAsync(path, $"3\n{mark}\n", Cancellation);
        var request = new SubmissionRequest("owner", path, new RunRequest { Domain = FakeStages.Domain.Name }) { CallbackUrl = callback };
        return (await flow.SubmissionDesk.SubmitAsync(request, Cancellation)).Value;
    }

    private async Task<Submission> FindAsync(Submission submission) =>
        (await flow.Submissions.FindAsync(submission.Owner, submission.Id, Cancellation))!;

    /// <summary>Works on a job until nothing of it is left; messages of others stay leased.</summary>
    private async Task WorkAsync(Submission submission)
    {
        while (await queues.ReceiveAsync(StorageNames.StepQueue, 16, TimeSpan.FromMinutes(1), Cancellation) is { Count: > 0 } received)
        {
            foreach (var each in received)
            {
                if (StepMessageFormat.TryRead(each.Body) is { } message && message.Run == submission.Run)
                {
                    await flow.StepRunner.RunAsync(message, Cancellation);
                    await queues.DeleteAsync(StorageNames.StepQueue, each, Cancellation);
                }
            }
        }
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) =>
        AppProgram.RunAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["AzureWebJobsStorage"] = azurite.ConnectionString },
            arguments,
            cancellationToken: Cancellation
        );

    private static JsonNode[] Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
}
