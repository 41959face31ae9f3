using System.Text.Json;
using System.Text.Json.Nodes;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Values;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Corrections;
using GroundedDocs.Orchestration.Review;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.App.Review.Documents;

/// <summary>What people have said about a document: whether it is approved, and every correction in order.</summary>
internal sealed class ReviewStatements(DocumentFlow flow)
{
    /// <summary>The review's state and version, and the corrections.</summary>
    public async Task<JsonObject> WriteAsync(Submission submission, CancellationToken cancellationToken)
    {
        // The state is read first: corrections that arrive in between are then seen too early, never too late.
        var state = await flow.Corrections.StateAsync(submission.Owner, submission.Id, cancellationToken);
        var corrections = await ListAsync(submission, cancellationToken);
        return new JsonObject
        {
            ["review"] = new JsonObject
            {
                ["state"] = state.Status == ReviewStatus.Approved ? "approved" : "open",
                ["version"] = state.Version,
                ["who"] = state.ChangedBy,
                ["when"] = state.ChangedAt,
            },
            ["corrections"] = new JsonArray([.. corrections.Select(Write)]),
        };
    }

    /// <summary>The fields as people left them: a corrected field has its new value and place.</summary>
    public async Task<IReadOnlyList<GroundedField>> CurrentAsync(
        Submission submission,
        ReviewedDocument document,
        CancellationToken cancellationToken
    )
    {
        var last = new Dictionary<string, FieldChange>(StringComparer.Ordinal);
        foreach (var correction in await ListAsync(submission, cancellationToken))
        {
            last[correction.Change.Path] = correction.Change;
        }

        return
        [
            .. document.Document.Fields.Select(field =>
                last.TryGetValue(field.Path.ToString(), out var change)
                    ? field with
                    {
                        Value = ValueOf(change.After),
                        Boxes = change.Boxes ?? field.Boxes,
                        Confidence = ConfidenceBand.High,
                    }
                    : field
            ),
        ];
    }

    /// <summary>All corrections, in the order they were made.</summary>
    public async Task<IReadOnlyList<Correction>> ListAsync(Submission submission, CancellationToken cancellationToken) =>
        await flow.Corrections.ListAsync(submission.Owner, submission.Id, cancellationToken).ToListAsync(cancellationToken);

    /// <summary>A stored value; what another program stored as a list or object is shown as its JSON.</summary>
    public static ScalarValue ValueOf(string json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            return parsed.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                ? ScalarValue.FromText(json)
                : ScalarValue.FromJson(parsed.RootElement);
        }
        catch (JsonException)
        {
            return ScalarValue.FromText(json);
        }
    }

    private static JsonNode Write(Correction correction) =>
        new JsonObject
        {
            ["number"] = correction.Number,
            ["path"] = correction.Change.Path,
            ["before"] = correction.Change.Before is { } before ? DocumentJson.Write(ValueOf(before)) : null,
            ["value"] = DocumentJson.Write(ValueOf(correction.Change.After)),
            ["boxes"] = correction.Change.Boxes is { } boxes ? DocumentJson.Write(boxes) : null,
            ["who"] = correction.By,
            ["when"] = correction.At,
        };
}
