using System.CommandLine;
using GroundedDocs.App.Work;
using GroundedDocs.Orchestration.Jobs;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;

namespace GroundedDocs.App.Cli.Verbs.Jobs;

/// <summary>
/// <c>jobs</c>: what an operator does with jobs, on the storage account that <c>AzureWebJobsStorage</c> names; the app need not run.
/// </summary>
internal static class JobsVerb
{
    private const string Unknown = "There is no such job; `jobs list` names them.";

    public static Command Create() =>
        new("jobs", "Lists, shows, replays, cancels and purges jobs in the storage account of AzureWebJobsStorage.")
        {
            List(),
            Show(),
            Replay(),
            Act(
                "cancel",
                "Stops a running job; its submissions end as cancelled.",
                "The job is not running.",
                (desk, run, stop) => desk.CancelAsync(run, stop)
            ),
            Act(
                "purge",
                "Deletes a job with its results and everything in between.",
                Unknown,
                (desk, run, stop) => desk.PurgeAsync(run, stop)
            ),
        };

    private static Command List()
    {
        var status = new Option<RunStatus?>("--status") { Description = "Only jobs of this status." };
        var limit = new Option<int>("--limit") { Description = "At most so many.", DefaultValueFactory = _ => 50 };
        var verb = new Command("list", "The jobs of the last month, newest first, one JSON object a line.") { status, limit };
        verb.SetAction(
            (parsed, stop) =>
                WithDeskAsync(async desk =>
                {
                    var jobs = desk.ListAsync(stop).Where(job => parsed.GetValue(status) is not { } wanted || job.Status == wanted);
                    await foreach (var job in jobs.Take(parsed.GetValue(limit)).WithCancellation(stop))
                    {
                        await Console.Out.WriteLineAsync(JobJson.Write(job).ToJsonString());
                    }

                    return ExitCode.Done;
                })
        );
        return verb;
    }

    private static Command Show()
    {
        var job = Job();
        var verb = new Command("show", "A job with its steps and submissions, as JSON.") { job };
        verb.SetAction(
            (parsed, stop) =>
                WithJobAsync(
                    parsed.GetValue(job)!,
                    async (desk, run) =>
                    {
                        if (await desk.FindAsync(run, stop) is not { } found)
                        {
                            return await RefuseAsync(Unknown);
                        }

                        await Console.Out.WriteLineAsync(JobJson.Write(found).ToJsonString());
                        return ExitCode.Done;
                    }
                )
        );
        return verb;
    }

    private static Command Replay()
    {
        var job = Job();
        var webhooks = new Option<bool>("--webhooks") { Description = "Sends the job's webhooks again, and does nothing else." };
        var verb = new Command("replay", "Runs a job again that failed, was cancelled or lost pages, from the failed steps on.")
        {
            job,
            webhooks,
        };
        verb.SetAction(
            (parsed, stop) =>
                WithJobAsync(
                    parsed.GetValue(job)!,
                    async (desk, run) =>
                    {
                        if (parsed.GetValue(webhooks))
                        {
                            var sent = await desk.ReplayWebhooksAsync(run, stop);
                            return await AnswerAsync(
                                sent > 0,
                                $"{sent} webhooks are on their way.",
                                "The job is not finished, or nobody asked for a webhook."
                            );
                        }

                        var next = await desk.ReplayAsync(run, stop);
                        return await AnswerAsync(
                            next is not null,
                            $"{next}",
                            "The job has not failed, is not the newest generation, or was purged."
                        );
                    }
                )
        );
        return verb;
    }

    private static Command Act(string name, string description, string refusal, Func<JobDesk, RunKey, CancellationToken, Task<bool>> act)
    {
        var job = Job();
        var verb = new Command(name, description) { job };
        verb.SetAction(
            (parsed, stop) =>
                WithJobAsync(
                    parsed.GetValue(job)!,
                    async (desk, run) => await AnswerAsync(await act(desk, run, stop), $"{name}: {run}", refusal)
                )
        );
        return verb;
    }

    private static Argument<string> Job() => new("JOB") { Description = "A job's id, as `jobs list` gives it." };

    private static Task<int> WithJobAsync(string job, Func<JobDesk, RunKey, Task<int>> act) =>
        RunKey.TryParse(job) is { } run
            ? WithDeskAsync(desk => act(desk, run))
            : RefuseAsync($"'{job}' is no job's id; `jobs list` names them.");

    private static async Task<int> WithDeskAsync(Func<JobDesk, Task<int>> act)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        try
        {
            return await act(StoredFlow.Open(settings).JobDesk);
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException)
        {
            return await RefuseAsync(error.Message);
        }
        catch (StorageUnavailableException)
        {
            return await RefuseAsync(
                "The storage account does not answer; check AzureWebJobsStorage, and whether the emulator runs (./run starts it)."
            );
        }
    }

    private static async Task<int> AnswerAsync(bool isDone, string answer, string refusal)
    {
        if (!isDone)
        {
            return await RefuseAsync(refusal);
        }

        await Console.Out.WriteLineAsync(answer);
        return ExitCode.Done;
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return ExitCode.BadInput;
    }
}
