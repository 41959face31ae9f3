using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Text;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Pipeline.Assembly;

namespace GroundedDocs.Orchestration.Results;

/// <summary>
/// Writes one row a field, so that all fields of low confidence can be queried. What is too long for a column goes to a
/// blob, and the column <c>…Blob</c> says where.
/// </summary>
internal sealed class FieldRows(StoragePorts storage)
{
    /// <summary>A column holds 64 KiB of UTF-16; half of it leaves room for the entity's limit of 1 MiB.</summary>
    private const int MaxColumnCharacters = 16_000;
    private const int MaxFilterCharacters = 500;

    public async Task WriteAsync(RunKey run, string? domain, GroundedDocument document, CancellationToken cancellationToken)
    {
        var rows = new List<TableRow>(document.Fields.Count);
        foreach (var (index, field) in document.Fields.Index())
        {
            rows.Add(await RowAsync(run, domain, index, field, cancellationToken));
        }

        if (rows.Count > 0)
        {
            await storage.Tables.UpsertManyAsync(StorageNames.FieldTable, rows, cancellationToken);
        }
    }

    private async Task<TableRow> RowAsync(RunKey run, string? domain, int index, GroundedField field, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, object>
        {
            ["Kind"] = field.Value.Kind.ToString(),
            ["Confidence"] = PublicNames.Of(field.Confidence),
            ["Score"] = field.Score,
            ["Status"] = PublicNames.Of(field.Status),
            ["Domain"] = domain ?? "",
        };
        if (field.Boxes.Count > 0)
        {
            values["Page"] = field.Boxes[0].Region.PageNumber;
        }

        await AddTextAsync(run, index, values, "Path", field.Path.ToString(), cancellationToken);
        await AddTextAsync(run, index, values, "Value", field.Value.Text, cancellationToken);
        await AddTextAsync(run, index, values, "Boxes", BoxesOf(field), cancellationToken);
        return new TableRow(run.ToString(), index.ToString("D6", CultureInfo.InvariantCulture), values);
    }

    private async Task AddTextAsync(
        RunKey run,
        int index,
        Dictionary<string, object> values,
        string column,
        string text,
        CancellationToken cancellationToken
    )
    {
        if (text.Length <= MaxColumnCharacters)
        {
            values[column] = text;
            return;
        }

        var blob = WorkBlobs.LargeValue(run, index, column);
        await storage.Blobs.CreateAsync(blob, Encoding.UTF8.GetBytes(text), cancellationToken);
        values[column + "Blob"] = blob.ToString();
        values[column] = CutText.Prefix(text, MaxFilterCharacters);
    }

    /// <summary>Boxes for people who query: pages counted from 1, coordinates 0..1 from the top left.</summary>
    private static string BoxesOf(GroundedField field)
    {
        var boxes = field.Boxes.Select(box =>
            (JsonNode)
                new JsonObject
                {
                    ["page"] = box.Region.PageNumber,
                    ["xywh"] = new JsonArray(
                        Math.Round(box.Region.Box.Left, 4),
                        Math.Round(box.Region.Box.Top, 4),
                        Math.Round(box.Region.Box.Width, 4),
                        Math.Round(box.Region.Box.Height, 4)
                    ),
                    ["content"] = box.Content,
                }
        );
        return new JsonArray([.. boxes]).ToJsonString(ResultBody.Json);
    }
}
