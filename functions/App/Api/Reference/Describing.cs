using GroundedDocs.App.Api.Errors;

namespace GroundedDocs.App.Api.Reference;

/// <summary>How routes say what the reference shows of them.</summary>
internal static class Describing
{
    private const string Json = "application/json";

    private static readonly int[] UsualErrors =
    [
        StatusCodes.Status400BadRequest,
        StatusCodes.Status401Unauthorized,
        StatusCodes.Status403Forbidden,
        StatusCodes.Status404NotFound,
        StatusCodes.Status429TooManyRequests,
    ];

    /// <summary>One line about a route.</summary>
    public static RouteHandlerBuilder Describes(this RouteHandlerBuilder route, string summary) => route.WithSummary(summary);

    /// <summary>The JSON body that a route takes, with an example.</summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder route, string example)
        where T : class => route.Accepts<T>(Json).WithMetadata(new BodyExample(example));

    /// <summary>A form with a file.</summary>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder route) => route.WithMetadata(new BodyForm("multipart/form-data"));

    /// <summary>A body that is the file.</summary>
    public static RouteHandlerBuilder TakesBytes(this RouteHandlerBuilder route) =>
        route.WithMetadata(new BodyForm("application/octet-stream"));

    /// <summary>A header that makes a repeated request the same as one.</summary>
    public static RouteHandlerBuilder TakesIdempotencyKey(this RouteHandlerBuilder route) => route.WithMetadata(new IdempotencyHeader());

    /// <summary>What a route answers, beside errors.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route, int status = StatusCodes.Status200OK)
    {
        route.Produces<T>(status, Json);
        foreach (var error in UsualErrors)
        {
            route.Produces<ErrorBody>(error, Json);
        }

        return route;
    }
}
