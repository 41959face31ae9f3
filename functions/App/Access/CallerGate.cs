using GroundedDocs.App.Api.Errors;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.App.Access;

/// <summary>Finds out who calls an endpoint that requires a caller, before anything else of the request is looked at.</summary>
internal sealed class CallerGate(RequestDelegate next, CallerReader callers)
{
    /// <summary>Passes the request on with its caller, or answers it.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<CallerRequirement>() is not { } requirement)
        {
            await next(context);
            return;
        }

        if (await RefusalAsync(context, requirement) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    private async Task<IResult?> RefusalAsync(HttpContext context, CallerRequirement requirement)
    {
        try
        {
            if (await callers.ReadAsync(context) is not { } caller)
            {
                return Unknown(context);
            }

            context.Features.Set(caller);
            return caller.Scopes.HasFlag(requirement.Scope)
                ? null
                : ApiError.Forbidden($"This needs the scope '{ScopeNames.Write(requirement.Scope, ',')}'; the key has not been given it.");
        }
        catch (StorageUnavailableException)
        {
            return ApiError.Unavailable("The keys cannot be read just now; try again.");
        }
    }

    private static ApiError Unknown(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return ApiError.Unauthorized("A valid key is needed: send it as 'Authorization: Bearer <key>'. `keys create` makes one.");
    }
}
