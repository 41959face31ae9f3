using GroundedDocs.Documents.Metering;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Orchestration.Storage;

/// <summary>How usage is kept in a row: a column for each kind of thing that was used at all.</summary>
internal static class UsageColumns
{
    public static void Write(Dictionary<string, object> values, WorkUsage usage)
    {
        Add("ModelCalls", usage.Model.Calls);
        Add("InputTokens", usage.Model.InputTokens);
        Add("OutputTokens", usage.Model.OutputTokens);
        Add("ModelTicks", usage.Model.ModelTime.Ticks);
        Add("PagesRead", usage.Pages);
        Add("RecognizedPages", usage.RecognizedPages);
        Add("ServicePages", usage.ServicePages);
        Add("StorageOperations", usage.StorageOperations);

        void Add(string column, long count)
        {
            if (count != 0)
            {
                values[column] = count;
            }
        }
    }

    public static WorkUsage Read(TableRow row) =>
        new(
            new ModelUsage(
                (int)row.LongNumber("ModelCalls"),
                row.LongNumber("InputTokens"),
                row.LongNumber("OutputTokens"),
                TimeSpan.FromTicks(row.LongNumber("ModelTicks"))
            ),
            (int)row.LongNumber("PagesRead"),
            (int)row.LongNumber("RecognizedPages"),
            (int)row.LongNumber("ServicePages"),
            row.LongNumber("StorageOperations")
        );
}
