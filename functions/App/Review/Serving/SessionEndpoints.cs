using System.Text.Json.Nodes;
using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Errors;

namespace GroundedDocs.App.Review.Serving;

/// <summary>Signing in, with a key or at the identity provider, and out again.</summary>
internal sealed class SessionEndpoints(PageSession sessions, CallerReader callers, TokenCallers tokens)
{
    public void Map(RouteGroupBuilder api)
    {
        api.MapGet("session", (Delegate)ShowAsync);
        api.MapPost("session", (Delegate)SignInAsync);
        api.MapDelete("session", (Delegate)SignOutAsync);
        api.MapGet("session/provider", (string? place) => tokens.SignsPeopleIn ? ProviderSignIn.Challenge(place) : NoProvider());
    }

    private async Task<IResult> ShowAsync(HttpContext context)
    {
        var caller = await callers.ReadAsync(context);
        context.Response.Headers.CacheControl = "no-store";
        var shown = new JsonObject
        {
            ["signed_in"] = caller is not null,
            ["name"] = caller?.KeyName,
            ["needed"] = await sessions.IsNeededAsync(context),
            ["provider"] = tokens.SignsPeopleIn,
        };
        return Results.Text(shown.ToJsonString(), "application/json");
    }

    private async Task<IResult> SignInAsync(HttpContext context)
    {
        if (!(await RequestBody.ReadAsync(context)).TryGet(out var body, out var unreadable))
        {
            return ApiError.Invalid(unreadable.Message);
        }

        using (body)
        {
            var key = body.RootElement.TryGetProperty("key", out var given) ? given.GetString() : null;
            return key is not null && await sessions.SignInAsync(context, key)
                ? Results.NoContent()
                : ApiError.Unauthorized("This key is not valid.");
        }
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await PageSession.SignOutAsync(context);
        return Results.NoContent();
    }

    private static ApiError NoProvider() => ApiError.NotFound("No identity provider signs people in here; sign in with a key.");
}
