using System.Globalization;
using System.Net;
using GroundedDocs.Documents;

namespace GroundedDocs.Adapters.VisionModel.Server;

/// <summary>The ways in which a model server fails. Messages name the status and what to do, never what the server wrote.</summary>
public static class ModelFailure
{
    /// <summary>The code of a server that cannot be reached or is still loading.</summary>
    public const string StartingCode = "model.starting";

    /// <summary>The failure that an HTTP status means.</summary>
    public static Failure OfStatus(int status, TimeSpan? retryAfter)
    {
        var wait = retryAfter is { } asked ? Min(asked, VisionModelLimits.LongestRetryAfter) : (TimeSpan?)null;
        return (HttpStatusCode)status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(
                "model.unauthorized",
                Say(status, "refused the credentials; check VisionModel__ApiKey or the role of the app's identity.")
            ),
            HttpStatusCode.NotFound => new(
                "model.not_found",
                Say(status, "does not know the model or the path; check VisionModel__Endpoint and Model.")
            ),
            // A queue that is full is no fault of the document that waits for its turn.
            HttpStatusCode.TooManyRequests => new("model.busy", Say(status, "is busy."), true, wait) { CountsAsAttempt = false },
            HttpStatusCode.RequestTimeout => new("model.busy", Say(status, "is busy."), true, wait),
            HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => Starting(wait),
            >= HttpStatusCode.InternalServerError => new("model.error", Say(status, "failed."), true, wait),
            _ => new("model.refused", Say(status, "refused the request.")),
        };
    }

    /// <summary>A server that is loading or not there yet: waited for without using up attempts.</summary>
    public static Failure Starting(TimeSpan? retryAfter = null) =>
        new(StartingCode, "The model server is starting or cannot be reached yet.", true, retryAfter ?? VisionModelLimits.StartingPause)
        {
            CountsAsAttempt = false,
        };

    /// <summary>A server that has been out of reach for longer than starting takes.</summary>
    public static Failure Unreachable(TimeSpan patience) =>
        new(
            "model.unreachable",
            string.Create(
                CultureInfo.InvariantCulture,
                $"The model server has not been reachable for {patience.TotalMinutes:0} minutes (VisionModel__StartupPatience)."
            ),
            true
        );

    /// <summary>No answer in time.</summary>
    public static Failure TimedOut(TimeSpan limit) =>
        new(
            "model.timeout",
            string.Create(
                CultureInfo.InvariantCulture,
                $"The model did not answer within {limit.TotalSeconds:0} seconds (VisionModel__RequestTimeout)."
            ),
            true
        );

    /// <summary>The pages, the schema and the room for the answer together exceed what the model takes.</summary>
    public static Failure TooLong() =>
        new(
            "model.too_long",
            "The request is longer than the model's context; lower VisionModel__MaxOutputTokens, WindowPages or MaxImagePixels, or serve the model with a longer context."
        );

    /// <summary>The server is left alone after too many failures.</summary>
    public static Failure Resting(TimeSpan? retryAfter) =>
        new(
            "model.resting",
            "The model server failed too often and is left alone for a moment.",
            true,
            retryAfter ?? VisionModelLimits.BreakerPause
        )
        {
            CountsAsAttempt = false,
        };

    /// <summary>The day's tokens are used up.</summary>
    public static Failure OverBudget(long budget, TimeSpan untilTomorrow) =>
        new(
            "model.budget",
            string.Create(
                CultureInfo.InvariantCulture,
                $"The budget of {budget} model tokens for this day is used up (VisionModel__DailyTokenBudget)."
            ),
            true,
            untilTomorrow
        )
        {
            CountsAsAttempt = false,
        };

    /// <summary>An answer that is not one of the chat protocol.</summary>
    public static Failure Protocol(string what) =>
        new("model.protocol", $"The model server {what}; is VisionModel__Endpoint an OpenAI-compatible API?", true);

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static string Say(int status, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"The model server answered {status}: it {what}");
}
