using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Adapters.Storage;

/// <summary>Cuts rows into transactions that a table accepts: at most 100 rows and 4 MiB.</summary>
internal static class TableBatches
{
    private const int MaxRows = 100;

    /// <summary>Three quarters of what a transaction may have, for the envelope around the rows.</summary>
    private const int MaxBytes = 3 * 1024 * 1024;

    /// <summary>Bytes of a UTF-16 character at worst: an escape sequence of six.</summary>
    private const int BytesPerCharacter = 6;

    /// <summary>Keys, names and small values of a row, generously.</summary>
    private const int BytesPerRow = 2_048;

    public static IEnumerable<IReadOnlyList<TableRow>> Of(IReadOnlyList<TableRow> rows)
    {
        var batch = new List<TableRow>();
        var bytes = 0;
        foreach (var row in rows)
        {
            var size = BytesPerRow + (row.Values.Values.OfType<string>().Sum(text => text.Length) * BytesPerCharacter);
            if (batch.Count == MaxRows || (batch.Count > 0 && bytes + size > MaxBytes))
            {
                yield return batch;
                batch = [];
                bytes = 0;
            }

            batch.Add(row);
            bytes += size;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
