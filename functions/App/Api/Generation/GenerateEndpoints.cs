using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Answers;
using GroundedDocs.App.Api.Errors;
using GroundedDocs.App.Api.Predictions;
using GroundedDocs.App.Api.Reference;
using GroundedDocs.App.Api.Requests;
using GroundedDocs.Orchestration.Runs;

namespace GroundedDocs.App.Api.Generation;

/// <summary>Asks for predictions: of documents and pictures, and of what kind they are.</summary>
internal sealed class GenerateEndpoints(JsonBody bodies, RunRequests requests, SourceDesk sources, PredictionDesk predictions)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").RequireCaller(Scope.Write).WithTags("Predictions");
        Describe<DocumentRequest>(
            group.MapPost("/document/generate", (Delegate)DocumentAsync),
            "Extract from a document",
            Examples.Document
        );
        Describe<ImageRequest>(
            group.MapPost("/image/generate", (Delegate)ImageAsync),
            "Extract from pictures, each a page",
            Examples.Image
        );
        Describe<DocumentRequest>(
            group.MapPost("/document/schema", (Delegate)DocumentSchemaAsync),
            "Recognise a document's domain",
            Examples.DocumentSchema
        );
        Describe<ImageRequest>(
            group.MapPost("/image/schema", (Delegate)ImageSchemaAsync),
            "Recognise the domain of pictures",
            Examples.ImageSchema
        );
    }

    private static void Describe<T>(RouteHandlerBuilder route, string summary, string example)
        where T : class =>
        route
            .Describes(summary)
            .Takes<T>(example)
            .TakesIdempotencyKey()
            .Answers<PredictionAnswer>(StatusCodes.Status201Created)
            .Answers<PredictionAnswer>(StatusCodes.Status202Accepted);

    private async Task<IResult> DocumentAsync(HttpContext context)
    {
        var body = await bodies.ReadAsync(context, ApiJson.Default.DocumentRequest);
        return body.Error
            ?? await PredictAsync(
                context,
                body.Value!,
                body.Fingerprint,
                requests.Read(body.Value!, RunTask.Extract, "page"),
                sources.Of(body.Value!)
            );
    }

    private async Task<IResult> ImageAsync(HttpContext context)
    {
        var body = await bodies.ReadAsync(context, ApiJson.Default.ImageRequest);
        return body.Error
            ?? await PredictAsync(
                context,
                body.Value!,
                body.Fingerprint,
                requests.Read(body.Value!, RunTask.Extract, "image"),
                sources.Of(body.Value!)
            );
    }

    /// <summary>A schema is wanted at once, whatever the body says of batch.</summary>
    private async Task<IResult> DocumentSchemaAsync(HttpContext context)
    {
        var body = await bodies.ReadAsync(context, ApiJson.Default.DocumentRequest);
        return body.Error
            ?? await PredictAsync(
                context,
                body.Value! with
                {
                    Batch = body.Value.Batch ?? false,
                },
                body.Fingerprint,
                requests.Read(body.Value, RunTask.Recognize, "page"),
                sources.Of(body.Value)
            );
    }

    private async Task<IResult> ImageSchemaAsync(HttpContext context)
    {
        var body = await bodies.ReadAsync(context, ApiJson.Default.ImageRequest);
        return body.Error
            ?? await PredictAsync(
                context,
                body.Value! with
                {
                    Batch = body.Value.Batch ?? false,
                },
                body.Fingerprint,
                requests.Read(body.Value, RunTask.Recognize, "image"),
                sources.Of(body.Value)
            );
    }

    private async Task<IResult> PredictAsync(
        HttpContext context,
        GenerateRequest asked,
        string fingerprint,
        (RunRequest Run, ApiError? Error) request,
        WantedSource source
    )
    {
        if ((request.Error ?? source.Error) is { } wrong)
        {
            return wrong;
        }

        var wanted = new WantedPrediction(context.Caller().Owner, request.Run, source, fingerprint)
        {
            CallbackUrl = asked.CallbackUrl,
            Force = asked.Config?.Force == true,
            WaitsForResult = asked.Batch == false,
        };
        return await predictions.AskAsync(context, wanted);
    }
}
