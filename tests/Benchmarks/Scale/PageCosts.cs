using System.Globalization;
using System.Text;
using GroundedDocs.Orchestration.InMemory;
using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Tests.Orchestration.Fakes;
using GroundedDocs.Tests.Orchestration.Scale;

namespace GroundedDocs.Benchmarks.Scale;

/// <summary>Requests and bytes of a document, service by service, and what a thousand pages would cost at prices that are assumed here.</summary>
internal static class PageCosts
{
    private static readonly int[] Lengths = [1, 10, 200, 2_000];

    public static async Task WriteAsync(StringBuilder table, string folder)
    {
        table.AppendLine("| pages | blob requests a page | table | queue | all | kB a page | storage, $ per 1,000 pages |");
        table.AppendLine("|---|---|---|---|---|---|---|");
        foreach (var pages in Lengths)
        {
            var (blobs, rows, messages) = await CountAsync(folder, pages);
            var dollars = AssumedPrices.Of(blobs.Operations, rows.Operations, messages.Operations) / pages * 1_000;
            var all = blobs.Operations + rows.Operations + messages.Operations;
            var bytes = blobs.Bytes + rows.Bytes + messages.Bytes;
            table.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {pages} | {Each(blobs.Operations)} | {Each(rows.Operations)} | {Each(messages.Operations)} | {Each(all)} | {Each(bytes / 1e3)} | {dollars:0.000} |"
            );

            string Each(double number) => (number / pages).ToString("0.0", CultureInfo.InvariantCulture);
        }
    }

    private static async Task<(CountingStorage Blobs, CountingStorage Rows, CountingStorage Messages)> CountAsync(string folder, int pages)
    {
        var queues = new InMemoryQueues(TimeProvider.System);
        var (kept, table) = (new InMemoryBlobStore(TimeProvider.System, copiesFiles: true), new InMemoryTableStore());
        var (blobs, rows, messages) = (
            new CountingStorage(kept, table, queues),
            new CountingStorage(kept, table, queues),
            new CountingStorage(kept, table, queues)
        );
        var flow = ScaleRun.FlowOn(new StoragePorts(blobs, rows, messages));
        await flow.SubmissionDesk.SubmitAsync(ScaleRun.Document(folder, pages, $"cost-{pages}"), CancellationToken.None);
        while (
            await queues.ReceiveAsync(StorageNames.StepQueue, 16, TimeSpan.FromMinutes(5), CancellationToken.None)
                is { Count: > 0 } received
        )
        {
            foreach (var each in received)
            {
                await flow.StepRunner.RunAsync(StepMessageFormat.TryRead(each.Body)!, CancellationToken.None);
                await queues.DeleteAsync(StorageNames.StepQueue, each, CancellationToken.None);
            }
        }

        return (blobs, rows, messages);
    }
}
