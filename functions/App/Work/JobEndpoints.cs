using System.Text.Json.Nodes;
using GroundedDocs.App.Access;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Runs;

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
        jobs.MapPost("{job}/webhooks", (string job, CancellationToken token) => ActAsync(job, run => NotifyAsync(run, token)));
        jobs.MapPost("{job}/cancel", (string job, CancellationToken token) => ActAsync(job, run => flow.JobDesk.CancelAsync(run, token)));
        jobs.MapDelete("{job}", (string job, CancellationToken token) => ActAsync(job, run => flow.JobDesk.PurgeAsync(run, token)));
    }

    private async Task<IResult> ListAsync(string? status, CancellationToken cancellationToken)
    {
        var listed = new JsonArray();
        await foreach (var job in flow.JobDesk.ListAsync(cancellationToken))
        {
            if (status is null || string.Equals(job.Status.ToString(), status, StringComparison.OrdinalIgnoreCase))
            {
                listed.Add(JobJson.Write(job));
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

        return Json(JobJson.Write(found));
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

    private async Task<bool> NotifyAsync(RunKey run, CancellationToken cancellationToken) =>
        await flow.JobDesk.ReplayWebhooksAsync(run, cancellationToken) > 0;

    private static IResult Json(JsonNode node) => Results.Text(node.ToJsonString(), "application/json");
}
