using System.Text.Json.Nodes;
using GroundedDocs.App.Access;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Metering;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Jobs;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.App.Work;

/// <summary>What an operator can ask for and do over HTTP.</summary>
internal sealed class JobEndpoints(DocumentFlow flow)
{
    private const int MaxListed = 500;

    public void Map(IEndpointRouteBuilder routes)
    {
        var jobs = routes.MapGroup("/admin/jobs").RequireCaller(Scope.Admin);
        jobs.MapGet("", ListAsync);
        jobs.MapGet("{job}", ShowAsync);
        jobs.MapPost("{job}/replay", (string job, CancellationToken token) => ActAsync(job, run => ReplayAsync(run, token)));
        jobs.MapPost("{job}/cancel", (string job, CancellationToken token) => ActAsync(job, run => flow.JobDesk.CancelAsync(run, token)));
        jobs.MapDelete("{job}", (string job, CancellationToken token) => ActAsync(job, run => PurgeAsync(run, token)));
    }

    private async Task<IResult> ListAsync(string? status, CancellationToken cancellationToken)
    {
        var listed = new JsonArray();
        await foreach (var job in flow.JobDesk.ListAsync(cancellationToken))
        {
            if (status is null || string.Equals(job.Status.ToString(), status, StringComparison.OrdinalIgnoreCase))
            {
                listed.Add(Write(job));
            }

            if (listed.Count == MaxListed)
            {
                break;
            }
        }

        return Json(listed);
    }

    private async Task<IResult> ShowAsync(string job, CancellationToken cancellationToken)
    {
        if (RunKey.TryParse(job) is not { } run || await flow.JobDesk.FindAsync(run, cancellationToken) is not { } found)
        {
            return Results.NotFound();
        }

        var written = Write(found.Summary);
        written["steps"] = new JsonArray([.. found.Steps.Select(Write)]);
        written["submissions"] = new JsonArray([.. found.Submissions.Select(Write)]);
        return Json(written);
    }

    private static async Task<IResult> ActAsync(string job, Func<RunKey, Task<bool>> act)
    {
        if (RunKey.TryParse(job) is not { } run)
        {
            return Results.NotFound();
        }

        return await act(run) ? Results.Text("""{"done":true}""", "application/json") : Results.StatusCode(StatusCodes.Status409Conflict);
    }

    private async Task<bool> ReplayAsync(RunKey run, CancellationToken cancellationToken) =>
        await flow.JobDesk.ReplayAsync(run, cancellationToken) is not null;

    private async Task<bool> PurgeAsync(RunKey run, CancellationToken cancellationToken)
    {
        await flow.JobDesk.PurgeAsync(run, cancellationToken);
        return true;
    }

    private static JsonObject Write(JobSummary job) =>
        new()
        {
            ["id"] = job.Run.ToString(),
            ["status"] = Lower(job.Status.ToString()),
            ["owner"] = job.Owner,
            ["created_at"] = job.CreatedAt,
            ["finished_at"] = job.FinishedAt,
            ["usage"] = Write(job.Usage, job.Cost),
            ["error"] = Write(job.Failure),
        };

    private static JsonObject Write(WorkUsage usage, Cost? cost) =>
        new()
        {
            ["pages"] = usage.Pages,
            ["input_tokens"] = usage.Model.InputTokens,
            ["output_tokens"] = usage.Model.OutputTokens,
            ["model_seconds"] = Math.Round(usage.Model.ModelTime.TotalSeconds, 3),
            ["recognized_pages"] = usage.RecognizedPages,
            ["service_pages"] = usage.ServicePages,
            ["storage_operations"] = usage.StorageOperations,
            ["cost"] = cost?.Amount,
            ["currency"] = cost?.Currency,
        };

    private static JsonObject Write(StepRow step) =>
        new()
        {
            ["step"] = step.Key.KindName,
            ["index"] = step.Key.Index,
            ["submission"] = step.Key.Submission,
            ["state"] = Lower(step.State.ToString()),
            ["starts"] = step.Starts,
            ["failures"] = step.Failures,
            ["crashes"] = step.Crashes,
            ["epoch"] = step.Epoch,
            ["changed_at"] = step.ChangedAt,
            ["usage"] = Write(step.Usage, null),
            ["error"] = Write(step.Failure),
        };

    private static JsonObject Write(Submission submission) =>
        new()
        {
            ["id"] = submission.Id,
            ["status"] = Lower(submission.Status.ToString()),
            ["webhook"] = Lower(submission.Webhook.ToString()),
            ["webhook_attempts"] = submission.WebhookAttempts,
            ["result"] = submission.ResultPath(submission.Domain),
        };

    private static JsonObject? Write(Failure? failure) =>
        failure is null ? null : new JsonObject { ["code"] = failure.Code, ["message"] = failure.Message };

    private static string Lower(string name) => name.ToLowerInvariant();

    private static IResult Json(JsonNode node) => Results.Text(node.ToJsonString(), "application/json");
}
