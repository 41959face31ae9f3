using GroundedDocs.Orchestration.Ports;
using Microsoft.AspNetCore.Http.Features;

namespace GroundedDocs.App.Api.Errors;

/// <summary>Turns whatever goes wrong, here or in the framework, into an error body; what is unexpected is logged without its message.</summary>
internal sealed class ApiErrors(RequestDelegate next, ILogger<ApiErrors> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            await FillAsync(context);
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            if (context.RequestAborted.IsCancellationRequested && error is OperationCanceledException or IOException)
            {
                // Nobody waits for the answer any more.
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
                return;
            }

            context.Response.Clear();
            await ErrorOf(context, error).ExecuteAsync(context);
        }
    }

    /// <summary>Statuses that the framework sets without a body: no such route, wrong method.</summary>
    private static Task FillAsync(HttpContext context)
    {
        var response = context.Response;
        if (response.HasStarted || response.StatusCode < StatusCodes.Status400BadRequest || response.ContentLength > 0)
        {
            return Task.CompletedTask;
        }

        var error = response.StatusCode switch
        {
            StatusCodes.Status404NotFound => ApiError.NotFound("There is no such address; /docs lists all."),
            StatusCodes.Status405MethodNotAllowed => new ApiError(
                StatusCodes.Status405MethodNotAllowed,
                "method_not_allowed",
                "This address does not take this method; /docs lists all."
            ),
            StatusCodes.Status415UnsupportedMediaType => ApiError.UnsupportedMedia(
                "The content type of the body is not one that is taken here."
            ),
            StatusCodes.Status504GatewayTimeout => new ApiError(
                StatusCodes.Status504GatewayTimeout,
                "timeout",
                "The request took too long."
            ),
            var status => new ApiError(status, "invalid_request", "The request cannot be served."),
        };
        return error.ExecuteAsync(context);
    }

    private ApiError ErrorOf(HttpContext context, Exception error)
    {
        switch (error)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
                return ApiError.TooLarge($"The body is larger than the {limit} bytes that are accepted here.");
            case BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout }:
                return new ApiError(StatusCodes.Status408RequestTimeout, "timeout", "The body came too slowly.");
            case BadHttpRequestException bad:
                return new ApiError(
                    bad.StatusCode,
                    "invalid_request",
                    "The request cannot be read: a parameter of the address or the framing of the body is wrong."
                );
            case StorageUnavailableException:
                return ApiError.Unavailable("The storage account does not answer just now; try again.");
            default:
                ApiLog.Failed(logger, context.TraceIdentifier, error.GetType().Name, error.StackTrace ?? "");
                return ApiError.Internal();
        }
    }
}
