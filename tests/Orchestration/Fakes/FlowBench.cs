using System.Text.Json.Nodes;
using GroundedDocs.Documents;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.InMemory;
using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Running;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Submissions;
using Microsoft.Extensions.Time.Testing;

namespace GroundedDocs.Tests.Orchestration.Fakes;

/// <summary>The orchestration on in-memory storage and a clock that only moves when it is told to, one message at a time.</summary>
internal sealed class FlowBench : IWebhookSender, IRandomness, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private int ids;

    public FlowBench(FakeStages? stages = null, Limits? limits = null)
    {
        Limits = limits ?? new Limits();
        Stages = stages ?? new FakeStages();
        Blobs = new InMemoryBlobStore(Time, copiesFiles: true);
        Queues = new InMemoryQueues(Time);
        Flow = FlowOf("1");
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));

    public InMemoryBlobStore Blobs { get; }

    public InMemoryTableStore Tables { get; } = new();

    public InMemoryQueues Queues { get; }

    public FakeStages Stages { get; }

    public Limits Limits { get; }

    public DocumentFlow Flow { get; }

    /// <summary>Webhooks that were sent, in order.</summary>
    public List<WebhookDelivery> Sent { get; } = [];

    /// <summary>What the receiver of webhooks answers.</summary>
    public Func<Result<int>> Receiver { get; set; } = () => 200;

    /// <summary>Answers webhooks in its own time, where it is set.</summary>
    public Func<WebhookDelivery, Task<Result<int>>>? SlowReceiver { get; set; }

    /// <summary>A flow of another pipeline version on the same storage.</summary>
    public DocumentFlow FlowOf(string version) =>
        new(new FlowParts(new StoragePorts(Blobs, Tables, Queues), Stages.Stages, this, Time, this, Limits, version));

    /// <summary>A document of a number of pages; the mark makes its bytes differ from others'.</summary>
    public SubmissionRequest Document(int pages, string mark = "", string owner = "owner")
    {
        var path = Path.Combine(folder.FullName, $"{pages}-{mark}");
        File.WriteAllText(path, $"{pages}\n{mark}\n");
        return new SubmissionRequest(owner, path, new RunRequest { DocumentName = "document", Domain = FakeStages.Domain.Name });
    }

    public async Task<Submission> SubmitAsync(SubmissionRequest request, DocumentFlow? flow = null) =>
        (await (flow ?? Flow).SubmissionDesk.SubmitAsync(request, default)).Value;

    public async Task<Submission> FindAsync(Submission submission) =>
        (await Flow.Submissions.FindAsync(submission.Owner, submission.Id, default))!;

    public async Task<JsonNode> PredictionAsync(Submission submission) =>
        JsonNode.Parse((await Flow.Submissions.PredictionAsync(await FindAsync(submission), default)).Span)!;

    /// <summary>Delivers the next message that is visible now; null when there is none.</summary>
    public async Task<(StepMessage Message, StepDisposition Disposition)?> StepAsync(DocumentFlow? flow = null)
    {
        if (await Queues.ReceiveAsync(StorageNames.StepQueue, 1, TimeSpan.FromMinutes(1), default) is not [var received])
        {
            return null;
        }

        var message = StepMessageFormat.TryRead(received.Body)!;
        var disposition = await (flow ?? Flow).StepRunner.RunAsync(message, default);
        await Queues.DeleteAsync(StorageNames.StepQueue, received, default);
        return (message, disposition);
    }

    /// <summary>Delivers messages and lets time pass until none is left.</summary>
    public async Task DrainAsync(DocumentFlow? flow = null)
    {
        while (Queues.NextVisibleAt is { } next)
        {
            if (next > Time.GetUtcNow())
            {
                Time.SetUtcNow(next);
            }

            await StepAsync(flow);
        }
    }

    public Task<Result<int>> SendAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        Sent.Add(delivery);
        return SlowReceiver?.Invoke(delivery) ?? Task.FromResult(Receiver());
    }

    public string NewId() => (++ids).ToString("x32", System.Globalization.CultureInfo.InvariantCulture);

    public double NextShare() => 0;

    public void Dispose() => folder.Delete(recursive: true);
}
