using System.Globalization;
using GroundedDocs.Documents;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Results;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.Orchestration.Work;

/// <summary>One try of a submission's webhook; its delivery state is kept on the submission.</summary>
internal sealed class NotifyWork(IBlobStore blobs, SubmissionLedger submissions, IWebhookSender webhooks) : IStepWork
{
    public StepKind Kind => StepKind.Notify;

    public async Task<Result<StepProduct>> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var owner = context.Generation.Owner;
        var submission = await submissions.FindAsync(owner, context.Step.Submission!, cancellationToken);
        if (submission?.AwaitsWebhookOf(context.Run) != true || submission.CallbackUrl is not { } callback)
        {
            return StepProduct.None;
        }

        var body = await blobs.ReadAsync(WorkBlobs.Result(context.Run), cancellationToken);
        var prediction = PredictionWriter.Write(submission, body);
        var id = string.Create(CultureInfo.InvariantCulture, $"{submission.Id}-{context.Run.Generation}");
        var sent = await webhooks.SendAsync(new WebhookDelivery(id, new Uri(callback), prediction), cancellationToken);
        var delivered = sent.TryGet(out _, out var failure);
        await submissions.ChangeAsync(
            owner,
            submission.Id,
            current =>
                current with
                {
                    WebhookAttempts = current.WebhookAttempts + 1,
                    Webhook =
                        delivered ? WebhookState.Delivered
                        : failure!.IsTransient ? WebhookState.Pending
                        : WebhookState.Failed,
                },
            cancellationToken
        );
        return delivered ? StepProduct.None : failure!;
    }
}
