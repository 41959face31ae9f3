using GroundedDocs.Documents;
using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Running;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Submissions;
using GroundedDocs.Tests.Orchestration.Fakes;
using Xunit;

namespace GroundedDocs.Tests.Orchestration.Running;

/// <summary>A worker loses the lease on its message in the middle of the work, and another is given the same message.</summary>
public sealed class LostLeaseTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Message_DeliveredAgainWhileItsStepIsAtWork_WaitsAndThenDoesNothingAgain()
    {
        var (begun, ends) = (new TaskCompletionSource(), new TaskCompletionSource());
        var extractions = 0;
        using var bench = new FlowBench(
            new FakeStages
            {
                Before = async (stage, _, _) =>
                {
                    if (stage == "extract")
                    {
                        extractions++;
                        begun.SetResult();
                        await ends.Task;
                    }

                    return (Failure?)null;
                },
            }
        );
        var submission = await bench.SubmitAsync(bench.Document(1));
        var held = await ReceiveAsync(bench, StepKind.Extract);
        var atWork = RunAsync(bench, held);
        await begun.Task;

        // The lease runs out; the claim on the step does not, because whoever works renews it.
        bench.Time.Advance(Lease);
        var again = (await bench.Queues.ReceiveAsync(StorageNames.StepQueue, 1, Lease, Cancellation)).Single();
        Assert.Equal(held.MessageId, again.MessageId);
        Assert.Equal(StepDisposition.Postponed, await RunAsync(bench, again));
        Assert.True(await bench.Queues.DeleteAsync(StorageNames.StepQueue, again, Cancellation));

        ends.SetResult();
        Assert.Equal(StepDisposition.Done, await atWork);
        Assert.False(await bench.Queues.DeleteAsync(StorageNames.StepQueue, held, Cancellation));
        await bench.DrainAsync();

        Assert.Equal(1, extractions);
        Assert.Equal(SubmissionStatus.Completed, (await bench.FindAsync(submission)).Status);
    }

    /// <summary>Works until a step of this kind is next, and leases its message.</summary>
    private static async Task<ReceivedMessage> ReceiveAsync(FlowBench bench, StepKind kind)
    {
        while (true)
        {
            var received = (await bench.Queues.ReceiveAsync(StorageNames.StepQueue, 1, Lease, Cancellation)).Single();
            if (StepMessageFormat.TryRead(received.Body)!.Step.Kind == kind)
            {
                return received;
            }

            await RunAsync(bench, received);
            await bench.Queues.DeleteAsync(StorageNames.StepQueue, received, Cancellation);
        }
    }

    private static Task<StepDisposition> RunAsync(FlowBench bench, ReceivedMessage message) =>
        bench.Flow.StepRunner.RunAsync(StepMessageFormat.TryRead(message.Body)!, Cancellation);
}
