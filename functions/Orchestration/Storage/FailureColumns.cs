using GroundedDocs.Documents;
using GroundedDocs.Documents.Text;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Orchestration.Storage;

/// <summary>How a failure is kept in a row.</summary>
internal static class FailureColumns
{
    private const int MaxMessageCharacters = 4_000;

    public static void Write(Dictionary<string, object> values, Failure? failure)
    {
        if (failure is not null)
        {
            values["FailureCode"] = failure.Code;
            values["FailureMessage"] = CutText.Prefix(failure.Message, MaxMessageCharacters);
        }
    }

    public static Failure? Read(TableRow row) =>
        row.Text("FailureCode") is { } code ? new Failure(code, row.Text("FailureMessage") ?? "") : null;
}
