using GroundedDocs.Documents;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Submissions;
using GroundedDocs.Tests.Orchestration.Fakes;
using Xunit;

namespace GroundedDocs.Tests.Orchestration.Running;

/// <summary>What becomes of webhooks whose receivers misbehave, and of everybody else meanwhile.</summary>
public sealed class WebhookTests
{
    private const string Callback = "https://receiver.example/";

    private static readonly Failure Down = new("webhook.status", "The receiver answered 500.", IsTransient: true);

    [Fact]
    public async Task Webhook_OfAReceiverThatIsDownForADay_IsStillDelivered()
    {
        using var bench = new FlowBench { Receiver = () => new Failure("webhook.status", "The receiver answered 503.", IsTransient: true) };
        var submission = await bench.SubmitAsync(bench.Document(1) with { CallbackUrl = "https://receiver.example/" });
        var handedInAt = bench.Time.GetUtcNow();

        while (bench.Queues.NextVisibleAt is { } next)
        {
            bench.Time.SetUtcNow(next > bench.Time.GetUtcNow() ? next : bench.Time.GetUtcNow());
            if (bench.Time.GetUtcNow() > handedInAt + TimeSpan.FromDays(1))
            {
                bench.Receiver = () => 200;
            }

            await bench.StepAsync();
        }

        Assert.Equal(WebhookState.Delivered, (await bench.FindAsync(submission)).Webhook);
        Assert.Single(bench.Sent.Select(delivery => delivery.DeliveryId).Distinct());
    }

    [Fact]
    public async Task Webhook_OfAReceiverThatAnswers500ForEver_IsGivenUpAndSaysSo()
    {
        using var bench = new FlowBench { Receiver = () => Down };
        var submission = await bench.SubmitAsync(bench.Document(1) with { CallbackUrl = Callback });

        await bench.DrainAsync();

        var end = await bench.FindAsync(submission);
        Assert.Equal((SubmissionStatus.Completed, WebhookState.Failed), (end.Status, end.Webhook));
        Assert.Equal((bench.Limits.WebhookAttempts, bench.Limits.WebhookAttempts), (end.WebhookAttempts, bench.Sent.Count));
        Assert.Null(bench.Queues.NextVisibleAt);
        Assert.Equal("completed", (string?)(await bench.PredictionAsync(submission))["status"]);
    }

    [Fact]
    public async Task Webhook_ThatIsRedirected_IsGivenUpAtOnce()
    {
        using var bench = new FlowBench { Receiver = () => Down with { IsTransient = false } };
        var submission = await bench.SubmitAsync(bench.Document(1) with { CallbackUrl = Callback });

        await bench.DrainAsync();

        Assert.Single(bench.Sent);
        Assert.Equal(WebhookState.Failed, (await bench.FindAsync(submission)).Webhook);
    }

    [Fact]
    public async Task Webhooks_ThatHang_TakeNoMoreThanTheirPlacesAndAreDeliveredOnceTheReceiverWakes()
    {
        var asleep = new TaskCompletionSource<Result<int>>();
        var called = new TaskCompletionSource();
        using var bench = new FlowBench(limits: new Limits { WebhooksAtOnce = 2 })
        {
            SlowReceiver = _ =>
            {
                called.TrySetResult();
                return asleep.Task;
            },
        };
        var hanging = new List<Submission>();
        for (var i = 0; i < 5; i++)
        {
            hanging.Add(await bench.SubmitAsync(bench.Document(1, $"{i}") with { CallbackUrl = Callback }));
        }

        var other = await bench.SubmitAsync(bench.Document(3, "other"));
        var calls = new List<Task>();
        for (var deliveries = 0; deliveries < 200 && bench.Queues.NextVisibleAt is { } next; deliveries++)
        {
            bench.Time.SetUtcNow(next > bench.Time.GetUtcNow() ? next : bench.Time.GetUtcNow());
            called = new TaskCompletionSource();
            calls.Add(bench.StepAsync());
            await Task.WhenAny(calls[^1], called.Task);
        }

        Assert.Equal(2, bench.Sent.Count);
        Assert.Equal(2, calls.Count(call => !call.IsCompleted));
        Assert.Equal(SubmissionStatus.Completed, (await bench.FindAsync(other)).Status);
        Assert.All(await Task.WhenAll(hanging.Select(bench.FindAsync)), each => Assert.Equal(SubmissionStatus.Completed, each.Status));

        asleep.SetResult(200);
        await Task.WhenAll(calls);
        await bench.DrainAsync();

        Assert.All(await Task.WhenAll(hanging.Select(bench.FindAsync)), each => Assert.Equal(WebhookState.Delivered, each.Webhook));
    }
}
