using GroundedDocs.App.Api.Errors;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.App.Review.Serving;

/// <summary>What holds for every answer of the room: its headers, and that storage which does not answer is said so.</summary>
internal sealed class ReviewFilter : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ReviewHeaders.Write(context.HttpContext.Response.Headers);
        try
        {
            return await next(context);
        }
        catch (StorageUnavailableException)
        {
            return ApiError.Unavailable("The storage does not answer just now; nothing was changed. Try again.");
        }
    }
}
