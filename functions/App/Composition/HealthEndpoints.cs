namespace GroundedDocs.App.Composition;

/// <summary>Says whether the process lives and whether it can work.</summary>
internal sealed class HealthEndpoints(Readiness readiness)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("""{"status":"live"}""", "application/json"));
        routes.MapGet("/health/ready", Ready);
    }

    private IResult Ready() =>
        Results.Text(
            readiness.IsReady
                ? """{"status":"ready"}"""
                : $$"""{"status":"starting","storage":{{Written(readiness.StorageReady.IsCompleted)}},"models":{{Written(readiness.AreModelsLoaded)}}}""",
            "application/json",
            statusCode: readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );

    private static string Written(bool value) => value ? "true" : "false";
}
