namespace GroundedDocs.App.Api.Answers;

/// <summary>All feedbacks of a prediction, and every corrected field.</summary>
internal sealed record FeedbackListAnswer(
    string RequestId,
    IReadOnlyList<FeedbackAnswer> Items,
    IReadOnlyList<FeedbackListAnswer.CorrectionAnswer> Corrections
)
{
    /// <summary>One field that somebody corrected; the last one of a path counts.</summary>
    internal sealed record CorrectionAnswer(
        string Path,
        System.Text.Json.JsonElement? Before,
        System.Text.Json.JsonElement? After,
        string By,
        string CreatedAt
    );
}
