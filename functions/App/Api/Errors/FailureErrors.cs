using GroundedDocs.Documents;

namespace GroundedDocs.App.Api.Errors;

/// <summary>Which HTTP status an expected failure has.</summary>
internal static class FailureErrors
{
    /// <summary>The error of a failure.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="path">Where in the body, such as <c>$.config.json_schema</c>; null for nowhere in particular.</param>
    public static ApiError ToError(this Failure failure, string? path = null)
    {
        var message = path is null ? failure.Message : $"{path}: {failure.Message}";
        return failure.Code switch
        {
            "file.bytes" or "file.limit" or "url.bytes" => ApiError.TooLarge(message),
            "file.type" => ApiError.UnsupportedMedia(message),
            "prediction.unknown" => ApiError.NotFound(message),
            "review.changed" or "review.approved" or "file.awaited" => ApiError.Conflict(message),
            _ => failure.IsTransient ? ApiError.Unavailable(message) : ApiError.Invalid(message),
        };
    }
}
