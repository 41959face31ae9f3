using System.Text.Json.Nodes;
using GroundedDocs.App.Cli.Manifests;
using GroundedDocs.App.Cli.Output;
using GroundedDocs.App.Options;
using GroundedDocs.Documents;

namespace GroundedDocs.App.Cli;

/// <summary>What the verbs that work on documents have in common: from the command line to written answers and an exit code.</summary>
internal static class DocumentRun
{
    /// <summary>
    /// One named document gives one JSON object, or one sentence and <see cref="ExitCode.BadInput"/>. Several give JSON lines, and so
    /// does a manifest, for which a failed document is a line like others.
    /// </summary>
    public static async Task<int> RunAsync(
        Inputs inputs,
        Result<EngineOptions> settings,
        string? outPath,
        int workers,
        Func<LocalDocuments, ManifestEntry, CancellationToken, Task<Result<JsonObject>>> work,
        CancellationToken cancellationToken
    )
    {
        if (!inputs.Lines().TryGet(out var lines, out var failure) || !settings.TryGet(out var engines, out failure))
        {
            return await RefuseAsync(failure.Message);
        }

        try
        {
            using var documents = LocalDocuments.Create(engines, TimeProvider.System);
            if (inputs.Manifest is null && lines is [{ Entry.Value: var only }])
            {
                return await RunOneAsync(only, outPath, (entry, token) => work(documents, entry, token), cancellationToken);
            }

            using var writer = new AnswerWriter(outPath);
            var run = new ManifestRun(workers, Console.Error, TimeProvider.System);
            var failed = await run.RunAsync(lines, (entry, token) => work(documents, entry, token), writer.WriteLine, cancellationToken);
            await Console.Error.WriteLineAsync($"{lines.Count} documents, {failed} failed");
            return failed > 0 && inputs.Manifest is null ? ExitCode.BadInput : ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return await RefuseAsync($"The output cannot be written: {error.Message}");
        }
    }

    private static async Task<int> RunOneAsync(
        ManifestEntry entry,
        string? outPath,
        Func<ManifestEntry, CancellationToken, Task<Result<JsonObject>>> work,
        CancellationToken cancellationToken
    )
    {
        var started = TimeProvider.System.GetTimestamp();
        var answer = await work(entry, cancellationToken);
        if (answer.Failure is { } failure)
        {
            return await RefuseAsync(failure.Message);
        }

        using var writer = new AnswerWriter(outPath);
        writer.WriteIndented(AnswerLine.Of(entry.Id, answer, TimeProvider.System.GetElapsedTime(started).TotalMilliseconds));
        return ExitCode.Done;
    }

    private static async Task<int> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return ExitCode.BadInput;
    }
}
