using System.Text.Json;
using GroundedDocs.App.Options;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Running;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace GroundedDocs.App.Work;

/// <summary>
/// The endpoints that the Functions host, or the standalone loop, calls for each trigger: one for each folder with a
/// function.json. Success is 200 with a JSON body; 500 asks for another delivery.
/// </summary>
internal sealed class WorkEndpoints(
    DocumentFlow flow,
    TriggerGate gate,
    ServerOptions options,
    TimeProvider time,
    ILogger<WorkEndpoints> logger
)
{
    /// <summary>A queue message of 64 KiB, encoded twice, with its metadata.</summary>
    private const long MaxMessageBytes = 1024 * 1024;

    /// <summary>Adds the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/DocumentDropped", context => HandleAsync(context, null, DropAsync));
        routes.MapPost("/DocumentDroppedEvent", context => HandleAsync(context, MaxMessageBytes, DropEventAsync));
        routes.MapPost("/RunStep", context => HandleAsync(context, MaxMessageBytes, RunStepAsync));
        routes.MapPost("/StepPoisoned", context => HandleAsync(context, MaxMessageBytes, PoisonAsync));
        routes.MapPost("/Sweep", context => HandleAsync(context, MaxMessageBytes, SweepAsync));
    }

    private async Task HandleAsync(HttpContext context, long? maxBytes, Func<HttpContext, Task<string>> trigger)
    {
        var name = context.Request.Path.Value ?? "";
        if (!gate.Admits(context.Request))
        {
            WorkLog.Refused(logger, name);
            await ReplyAsync(context, StatusCodes.Status403Forbidden, "Only the Functions host may call this address.");
            return;
        }

        context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = maxBytes;
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            // The host is on this machine: when it is slow, it is busy.
            rate.MinDataRate = null;
        }

        try
        {
            await ReplyAsync(context, StatusCodes.Status200OK, await trigger(context));
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested)
        {
            // Whatever went wrong, the host must hear of it as JSON, so that it delivers the message again.
            WorkLog.TriggerFailed(logger, error, name);
            await ReplyAsync(context, StatusCodes.Status500InternalServerError, "Failed; deliver again.");
        }
    }

    private static Task ReplyAsync(HttpContext context, int status, string line)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(
            new InvocationReply([line]),
            TriggerJsonContext.Default.InvocationReply,
            cancellationToken: context.RequestAborted
        );
    }

    /// <summary>The blob itself is in the body and is not looked at; its address is in the metadata.</summary>
    private async Task<string> DropAsync(HttpContext context)
    {
        var bytes = await MetadataScanner.FindAsync(context.Request.BodyReader, context.RequestAborted);
        if (bytes is not { } json)
        {
            return "No metadata.";
        }

        using var metadata = JsonDocument.Parse(json);
        var path = BlobAddress.InboxPathOf(TriggerJson.Text(metadata.RootElement, "Uri")) ?? TriggerJson.Text(metadata.RootElement, "name");
        return path is null ? "No blob of the inbox." : await TakeAsync(path, context.RequestAborted);
    }

    private async Task<string> DropEventAsync(HttpContext context)
    {
        var (message, _) = await QueueTrigger.ReadAsync(context.Request);
        if (message is null || DropEvent.TryReadPath(message) is not { } path)
        {
            WorkLog.NotOurs(logger, message?.Length ?? 0);
            return "Not an event of a blob in the inbox.";
        }

        return await TakeAsync(path, context.RequestAborted);
    }

    private async Task<string> TakeAsync(string path, CancellationToken cancellationToken)
    {
        if (await flow.InboxDesk.TakeAsync(path, cancellationToken) is not { } submission)
        {
            return "Nothing to do.";
        }

        WorkLog.Dropped(logger, submission.Id, submission.Run.ToString());
        return "Taken in.";
    }

    private async Task<string> RunStepAsync(HttpContext context)
    {
        if (await StepMessageAsync(context) is not { } message)
        {
            return StepDisposition.Dropped.ToString();
        }

        var disposition = await flow.StepRunner.RunAsync(message, context.RequestAborted);
        WorkLog.StepEnded(logger, message.Step.KindName, message.Step.Index, message.Run.ToString(), message.Attempt, disposition);
        return disposition.ToString();
    }

    private async Task<string> PoisonAsync(HttpContext context)
    {
        if (await StepMessageAsync(context) is not { } message)
        {
            return StepDisposition.Dropped.ToString();
        }

        var disposition = await flow.PoisonedStep.HandleAsync(message, context.RequestAborted);
        WorkLog.StepPoisoned(logger, message.Step.KindName, message.Step.Index, message.Run.ToString(), disposition);
        return disposition.ToString();
    }

    /// <summary>Files that no event announced come first: somebody waits for them, nobody for what the sweep deletes.</summary>
    private async Task<string> SweepAsync(HttpContext context)
    {
        using var deadline = new CancellationTokenSource(options.Limits.SweepTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, context.RequestAborted);
        try
        {
            var taken = await flow.InboxDesk.ScanAsync(either.Token);
            var revived = await flow.Sweeper.SweepAsync(either.Token);
            WorkLog.Swept(logger, revived, taken);
            return $"{revived} steps sent again, {taken} drops taken in.";
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            WorkLog.SweepCutShort(logger, options.Limits.SweepTime);
            return "Not finished in time; the next sweep goes on.";
        }
    }

    private async Task<StepMessage?> StepMessageAsync(HttpContext context)
    {
        var (text, insertedAt) = await QueueTrigger.ReadAsync(context.Request);
        var message = StepMessageFormat.TryRead(text);
        if (message is null)
        {
            WorkLog.NotOurs(logger, text?.Length ?? 0);
        }
        else if (insertedAt is { } at)
        {
            FlowTelemetry.Waited(message, time.GetUtcNow() - at);
        }

        return message;
    }
}
