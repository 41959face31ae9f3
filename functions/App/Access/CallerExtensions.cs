namespace GroundedDocs.App.Access;

/// <summary>How rooms ask for callers.</summary>
internal static class CallerExtensions
{
    /// <summary>Requires a caller with a scope. Without a caller the answer is 401, with less scope 403.</summary>
    /// <param name="endpoints">An endpoint or a group of them.</param>
    /// <param name="scope">The scope.</param>
    public static TBuilder RequireCaller<TBuilder>(this TBuilder endpoints, Scope scope)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new CallerRequirement(scope));

    /// <summary>The caller of a request to an endpoint that requires one.</summary>
    public static Caller Caller(this HttpContext context) =>
        context.Features.Get<Caller>() ?? throw new InvalidOperationException("The endpoint does not require a caller.");
}
