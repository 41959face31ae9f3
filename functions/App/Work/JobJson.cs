using System.Text.Json.Nodes;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Metering;
using GroundedDocs.Orchestration.Jobs;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.App.Work;

/// <summary>Jobs as an operator reads them.</summary>
internal static class JobJson
{
    public static JsonObject Write(JobDetail job)
    {
        var written = Write(job.Summary);
        written["lost_attempts"] = job.LostAttempts;
        written["steps"] = new JsonArray([.. job.Steps.Select(Write)]);
        written["submissions"] = new JsonArray([.. job.Submissions.Select(Write)]);
        return written;
    }

    public static JsonObject Write(JobSummary job) =>
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
            ["put_backs"] = step.PutBacks,
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

    private static JsonObject? Write(Failure? failure) =>
        failure is null ? null : new JsonObject { ["code"] = failure.Code, ["message"] = failure.Message };

    private static string Lower(string name) => name.ToLowerInvariant();
}
