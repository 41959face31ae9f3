namespace GroundedDocs.App.Api.Errors;

/// <summary>
/// An error in the shape that every client reads: <c>detail</c> and <c>error.{message,type,id}</c>. Messages name the path, the limit or
/// the id that is wrong, never the document's text or a key.
/// </summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Type">A stable word such as <c>invalid_request</c>.</param>
/// <param name="Message">One clear sentence.</param>
internal sealed record ApiError(int Status, string Type, string Message) : IResult
{
    /// <summary>When the caller should try again; sent as Retry-After.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static ApiError Invalid(string message) => new(StatusCodes.Status400BadRequest, "invalid_request", message);

    public static ApiError Unprocessable(string message) => new(StatusCodes.Status422UnprocessableEntity, "invalid_request", message);

    public static ApiError Unauthorized(string message) => new(StatusCodes.Status401Unauthorized, "unauthorized", message);

    public static ApiError Forbidden(string message) => new(StatusCodes.Status403Forbidden, "forbidden", message);

    public static ApiError NotFound(string message) => new(StatusCodes.Status404NotFound, "not_found", message);

    public static ApiError Conflict(string message) => new(StatusCodes.Status409Conflict, "conflict", message);

    public static ApiError TooLarge(string message) => new(StatusCodes.Status413PayloadTooLarge, "too_large", message);

    public static ApiError UnsupportedMedia(string message) =>
        new(StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type", message);

    public static ApiError TooMany(string message, TimeSpan retryAfter) =>
        new(StatusCodes.Status429TooManyRequests, "rate_limited", message) { RetryAfter = retryAfter };

    public static ApiError NotServed(string message) => new(StatusCodes.Status501NotImplemented, "not_implemented", message);

    public static ApiError Unavailable(string message) =>
        new(StatusCodes.Status503ServiceUnavailable, "unavailable", message) { RetryAfter = TimeSpan.FromSeconds(2) };

    /// <summary>What went wrong in the server; the id finds it in the logs.</summary>
    public static ApiError Internal() =>
        new(StatusCodes.Status500InternalServerError, "internal_error", "The server failed. The id of this error finds it in the logs.");

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = ((int)Math.Ceiling(Math.Max(1, wait.TotalSeconds))).ToString(
                System.Globalization.CultureInfo.InvariantCulture
            );
        }

        var body = new ErrorBody(Message, new ErrorBody.Described(Message, Type, httpContext.TraceIdentifier));
        return response.WriteAsJsonAsync(body, ErrorJson.Default.ErrorBody, cancellationToken: httpContext.RequestAborted);
    }
}
