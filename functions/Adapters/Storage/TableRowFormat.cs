using Azure.Data.Tables;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Adapters.Storage;

/// <summary>Rows as entities of Azure Tables and back.</summary>
internal static class TableRowFormat
{
    private static readonly HashSet<string> SystemColumns = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    public static TableEntity ToEntity(TableRow row)
    {
        var entity = new TableEntity(row.Partition, row.Key);
        foreach (var (column, value) in row.Values)
        {
            entity[column] = value;
        }

        return entity;
    }

    public static TableRow FromEntity(TableEntity entity)
    {
        var values = entity
            .Where(column => column.Value is not null && !SystemColumns.Contains(column.Key))
            .ToDictionary(column => column.Key, column => column.Value, StringComparer.Ordinal);
        return new TableRow(entity.PartitionKey, entity.RowKey, values, entity.ETag.ToString());
    }
}
