using System.Text.Json.Nodes;
using GroundedDocs.Adapters.Storage;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Inbox;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.Chaos;

/// <summary>Counts what is in storage afterwards and compares it with what undisturbed work makes of the same documents.</summary>
internal sealed class Verdict(DocumentFlow flow, StorageAccount account, WebhookReceiver receiver, TextWriter output)
{
    private static readonly string[] Compared = ["domain", "response", "evidence", "pages", "errors"];
    private readonly AzureBlobStore blobs = new(account);

    public async Task<bool> IsGoodAsync(ChaosDocument[] documents, string folder)
    {
        var submissions = new List<Submission>();
        submissions.AddRange(await flow.Submissions.ListAsync(ChaosRun.Owner, default).ToListAsync());
        submissions.AddRange(await flow.Submissions.ListAsync(InboxDesk.Owner, default).ToListAsync());
        var byName = submissions.ToLookup(submission => submission.ResultName);
        var once = documents.Count(document => byName[document.Name].Count() == 1);
        var equal = 0;
        var notified = 0;
        foreach (var document in documents)
        {
            equal += await IsEqualAsync(document, folder) ? 1 : 0;
            notified += document.IsDropped || receiver.HasOne(document.Id) ? 1 : 0;
        }

        var files = await blobs.ListAsync(StorageNames.Results, "", default).CountAsync();
        var rows = await CountFieldsAsync(submissions);
        var pages = documents.Sum(document => document.Pages);
        await WriteStepsAsync();
        await WriteAsync(
            $"submissions {submissions.Count}, one a document {once}; result files {files}, equal to undisturbed work {equal}; "
                + $"field rows {rows} of {pages}; webhooks as asked {notified} of {documents.Length}"
        );
        var isGood =
            submissions.Count == documents.Length
            && submissions.TrueForAll(submission => submission.Status == SubmissionStatus.Completed)
            && once == documents.Length
            && files == documents.Length
            && equal == documents.Length
            && notified == documents.Length
            && rows == pages;
        await WriteAsync(isGood ? "nothing lost, nothing twice" : "FAILED");
        return isGood;
    }

    private async Task<bool> IsEqualAsync(ChaosDocument document, string folder)
    {
        if (await blobs.ReadAsync(new BlobName(StorageNames.Results, document.Name + ".json"), default) is not { } file)
        {
            await WriteAsync($"no result of {document.Name}");
            return false;
        }

        var made = WithoutUsage(JsonNode.Parse(file.Span)!);
        var undisturbed = WithoutUsage(await document.UndisturbedAsync(document.WriteTo(folder)));
        return Array.TrueForAll(Compared, member => JsonNode.DeepEquals(made[member], undisturbed[member]));
    }

    /// <summary>What the pages used up is more where work was disturbed: attempts that failed are counted.</summary>
    private static JsonNode WithoutUsage(JsonNode prediction)
    {
        foreach (var page in prediction["pages"]!.AsArray())
        {
            page!.AsObject().Remove("usage");
        }

        return prediction;
    }

    private async Task<int> CountFieldsAsync(List<Submission> submissions)
    {
        var tables = new AzureTableStore(account);
        var count = 0;
        foreach (var submission in submissions)
        {
            count += await tables.ListAsync(StorageNames.FieldTable, submission.Run.ToString(), "", default).CountAsync();
        }

        return count;
    }

    private async Task WriteStepsAsync()
    {
        var steps = new List<StepRow>();
        await foreach (var job in flow.JobDesk.ListAsync(default))
        {
            steps.AddRange((await flow.JobDesk.FindAsync(job.Run, default))!.Steps);
        }

        await WriteAsync(
            $"steps {steps.Count}, starts {steps.Sum(step => step.Starts)}, failed tries {steps.Sum(step => step.Failures)}, "
                + $"died with a worker {steps.Sum(step => step.Crashes)}, put back from poison {steps.Sum(step => step.PutBacks)}, "
                + $"revived by the sweep {steps.Sum(step => step.Epoch)}, given up {steps.Count(step => step.State == StepState.Failed)}"
        );
    }

    private Task WriteAsync(string line) => output.WriteLineAsync(line);
}
