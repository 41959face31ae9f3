using System.Text.Json;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.Orchestration.Results;

/// <summary>Writes a submission's prediction: its own members in front of the body it shares with others of the same run.</summary>
public static class PredictionWriter
{
    /// <summary>Clients read the usage of every prediction, of one that has none yet too.</summary>
    private static readonly byte[] Unfinished =
    [
        .. """{"usage":{"elements_processed":null,"element_type":null,"credits_used":null},"response":null}"""u8,
    ];

    /// <summary>The prediction as JSON; without a body it has no response yet.</summary>
    /// <param name="submission">Whose prediction.</param>
    /// <param name="body">The shared body as it was published, or null while there is none.</param>
    public static ReadOnlyMemory<byte> Write(Submission submission, ReadOnlyMemory<byte>? body)
    {
        ArgumentNullException.ThrowIfNull(submission);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = ResultBody.Json.Encoder }))
        {
            using var shared = JsonDocument.Parse(body ?? Unfinished);
            json.WriteStartObject();
            json.WriteString("id", submission.Id);
            json.WriteString("status", StatusOf(submission.Status));
            json.WriteString("domain", DomainOf(submission, shared.RootElement));
            json.WriteString("created_at", Moment.Write(submission.CreatedAt));
            json.WriteString("completed_at", submission.CompletedAt is { } at ? Moment.Write(at) : null);
            foreach (var member in shared.RootElement.EnumerateObject().Where(member => member.Name != "domain"))
            {
                member.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>The public word for a status.</summary>
    public static string StatusOf(SubmissionStatus status) =>
        status switch
        {
            SubmissionStatus.Pending => "pending",
            SubmissionStatus.Completed => "completed",
            _ => "failed",
        };

    private static string? DomainOf(Submission submission, JsonElement body) =>
        body.TryGetProperty("domain", out var domain) && domain.ValueKind == JsonValueKind.String ? domain.GetString() : submission.Domain;
}
