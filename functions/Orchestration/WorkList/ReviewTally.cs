using System.Text.Json;
using GroundedDocs.Documents.Values;
using GroundedDocs.Orchestration.Corrections;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Serialization;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Orchestration.Work;

namespace GroundedDocs.Orchestration.WorkList;

/// <summary>
/// Counts, for an approved document, how many values of each column people saw and how many they changed: one row a document under
/// the day it came in, so that sums over many documents read no document.
/// </summary>
internal sealed class ReviewTally(ITableStore tables, WorkStore work, CorrectionLedger corrections)
{
    /// <summary>Columns of one document that are counted; schemas with more are rare, and a table's cell has its limit.</summary>
    private const int MaxColumns = 200;

    private const string Column = "Columns";

    /// <summary>Counts a document that is approved, and forgets one that is not.</summary>
    public async Task KeepAsync(string owner, WorkEntry entry, CancellationToken cancellationToken)
    {
        if (entry.State != WorkState.Approved)
        {
            await RemoveAsync(owner, entry, cancellationToken);
            return;
        }

        var blob = WorkBlobs.StepResult(entry.Run, new StepKey(StepKind.Ground));
        var ground = await work.ReadAsync(blob, WorkJson.Default.GroundedWork, cancellationToken);
        if (ground.TryGet(out var grounded, out _))
        {
            var final = await FinalAsync(owner, entry.Id, cancellationToken);
            var counts = grounded
                .Document.Fields.Where(field => !field.Value.IsNull || final.ContainsKey(field.Path.ToString()))
                .GroupBy(field => field.Path.Column, StringComparer.Ordinal)
                .Take(MaxColumns)
                .ToDictionary(
                    column => column.Key,
                    column => (int[])[column.Count(), column.Count(field => IsChanged(field.Path, field.Value, final))],
                    StringComparer.Ordinal
                );
            var values = new Dictionary<string, object> { [Column] = JsonSerializer.Serialize(counts) };
            var row = new TableRow(Partition(owner, entry.CreatedAt), entry.Id, values);
            await tables.UpsertAsync(StorageNames.WorkListTable, row, cancellationToken);
        }
    }

    public Task RemoveAsync(string owner, WorkEntry entry, CancellationToken cancellationToken) =>
        tables.DeleteAsync(StorageNames.WorkListTable, Partition(owner, entry.CreatedAt), entry.Id, cancellationToken);

    /// <summary>The counts of a row: values seen and values changed, by column.</summary>
    public static Dictionary<string, int[]> Read(TableRow row) =>
        JsonSerializer.Deserialize<Dictionary<string, int[]>>(row.RequiredText(Column)) ?? [];

    /// <summary>The partition of a day.</summary>
    public static string Partition(string owner, DateTimeOffset day) => WorkPlaces.Day(owner, day) + "~reviewed";

    private async Task<Dictionary<string, string>> FinalAsync(string owner, string id, CancellationToken cancellationToken)
    {
        var final = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var correction in corrections.ListAsync(owner, id, cancellationToken))
        {
            final[correction.Change.Path] = correction.Change.After;
        }

        return final;
    }

    private static bool IsChanged(FieldPath path, ScalarValue predicted, Dictionary<string, string> final)
    {
        if (!final.TryGetValue(path.ToString(), out var after))
        {
            return false;
        }

        using var value = JsonDocument.Parse(after);
        return value.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array
            || ScalarValue.FromJson(value.RootElement) != predicted;
    }
}
