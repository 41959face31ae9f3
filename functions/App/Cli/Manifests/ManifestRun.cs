using System.Globalization;
using System.Text.Json.Nodes;
using GroundedDocs.Documents;

namespace GroundedDocs.App.Cli.Manifests;

/// <summary>Works on the documents of a manifest, several at a time; a document that fails is a line that says why, never the end.</summary>
/// <param name="workers">How many documents at a time.</param>
/// <param name="progress">Where each finished document is told.</param>
/// <param name="time">Measures how long each takes.</param>
internal sealed class ManifestRun(int workers, TextWriter progress, TimeProvider time)
{
    /// <summary>Runs all lines and hands the answers out in the manifest's order, each as soon as all before it are there.</summary>
    /// <param name="lines">The documents.</param>
    /// <param name="work">Makes one document's answer, or says why there is none.</param>
    /// <param name="write">Takes the answers.</param>
    /// <param name="cancellationToken">Ends the run; answers that were made are still handed out.</param>
    /// <returns>How many documents failed.</returns>
    public async Task<int> RunAsync(
        IReadOnlyList<ManifestLine> lines,
        Func<ManifestEntry, CancellationToken, Task<Result<JsonObject>>> work,
        Action<JsonObject> write,
        CancellationToken cancellationToken
    )
    {
        using var slots = new SemaphoreSlim(workers);
        var (done, failed) = (0, 0);
        var running = lines.Select(line => Task.Run(() => AnswerAsync(line), cancellationToken)).ToArray();
        foreach (var answer in running)
        {
            write(await answer);
        }

        return failed;

        async Task<JsonObject> AnswerAsync(ManifestLine line)
        {
            await slots.WaitAsync(cancellationToken);
            try
            {
                var started = time.GetTimestamp();
                var result = line.Entry.TryGet(out var entry, out var failure) ? await work(entry, cancellationToken) : failure;
                var milliseconds = time.GetElapsedTime(started).TotalMilliseconds;
                Interlocked.Add(ref failed, result.Failure is null ? 0 : 1);
                Tell(line, Interlocked.Increment(ref done), milliseconds, result.Failure);
                return AnswerLine.Of(line.Id, result, milliseconds);
            }
            finally
            {
                slots.Release();
            }
        }

        void Tell(ManifestLine line, int count, double milliseconds, Failure? failure) =>
            progress.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"[{count}/{lines.Count}] {line.Id}: {milliseconds:0} ms{(failure is null ? "" : $", {failure.Message}")}"
                )
            );
    }
}
