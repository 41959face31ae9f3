using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using GroundedDocs.App.Evaluation;
using GroundedDocs.App.Evaluation.Answers;
using GroundedDocs.Orchestration.Ports;
using Spectre.Console;

namespace GroundedDocs.App.Cli.Demo;

/// <summary>Drops the samples into a running app's inbox, waits for what comes out, shows it, and holds it against the truth.</summary>
/// <param name="storage">The app's storage account.</param>
/// <param name="progress">Tells how far the app is.</param>
/// <param name="time">Measures waiting.</param>
internal sealed class DemoRun(BlobServiceClient storage, DemoProgress progress, TimeProvider time)
{
    /// <summary>Share of each sample's fields that must be right, with a box on the right place.</summary>
    private const double RequiredShare = 0.95;

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(500);

    // Four documents take seconds; on a loaded machine, minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs all samples.</summary>
    /// <returns>Whether every one came out as it should.</returns>
    public async Task<bool> RunAsync(IReadOnlyList<DemoSample> samples, CancellationToken cancellationToken)
    {
        foreach (var sample in samples)
        {
            await DropAsync(sample, cancellationToken);
        }

        await WaitAsync(samples, cancellationToken);
        var (all, isEachGood) = (new Scorer(), true);
        foreach (var sample in samples)
        {
            isEachGood &= await ShowAsync(sample, all, cancellationToken);
        }

        Console.WriteLine(Sentence("all samples", all.Figures));
        return isEachGood;
    }

    private BlobClient Result(string path) => storage.GetBlobContainerClient(StorageNames.Results).GetBlobClient(path);

    /// <summary>What an earlier run left is taken away first, so that what is shown is what this run made.</summary>
    private async Task DropAsync(DemoSample sample, CancellationToken cancellationToken)
    {
        await Result(sample.ResultPath).DeleteIfExistsAsync(cancellationToken: cancellationToken);
        await Result(sample.ErrorPath).DeleteIfExistsAsync(cancellationToken: cancellationToken);
        var inbox = storage.GetBlobContainerClient(StorageNames.Inbox);
        await inbox.GetBlobClient(sample.InboxPath).UploadAsync(sample.FilePath, overwrite: true, cancellationToken);
        Console.WriteLine($"dropped inbox/{sample.InboxPath}");
    }

    private async Task WaitAsync(IReadOnlyList<DemoSample> samples, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var open = samples.ToList();
        while (open.Count > 0 && time.GetElapsedTime(started) < Patience)
        {
            await Task.Delay(LookInterval, time, cancellationToken);
            await progress.TellAsync(open, cancellationToken);
            foreach (var sample in open.ToArray())
            {
                if (
                    await Result(sample.ResultPath).ExistsAsync(cancellationToken)
                    || await Result(sample.ErrorPath).ExistsAsync(cancellationToken)
                )
                {
                    open.Remove(sample);
                }
            }
        }
    }

    private async Task<bool> ShowAsync(DemoSample sample, Scorer all, CancellationToken cancellationToken)
    {
        try
        {
            var content = await Result(sample.ResultPath).DownloadContentAsync(cancellationToken);
            using var result = JsonDocument.Parse(content.Value.Content.ToMemory());
            AnsiConsole.Write(ResultTable.Lay($"results/{sample.ResultPath}", result.RootElement));
            return Judge(sample, AnswerFile.Read(result.RootElement.GetRawText()), all);
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            Console.WriteLine($"{sample.Name}: no result; results/{sample.ErrorPath} says why, if it is there");
            return false;
        }
    }

    private static bool Judge(DemoSample sample, AnsweredDocument answer, Scorer all)
    {
        var own = new Scorer();
        own.Add(sample.Truth, answer);
        all.Add(sample.Truth, answer);
        Console.WriteLine(Sentence(sample.Name, own.Figures));
        return own.Figures.Grounded.Recall >= RequiredShare;
    }

    private static string Sentence(string what, Figures figures) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {figures.Grounded.Recall:P1} of {figures.TruthFields} fields right, value and box (IoU at least 0.5)"
        );
}
