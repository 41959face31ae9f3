using System.Text.Json.Serialization.Metadata;
using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Answers;
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

    private Task<IResult> DocumentAsync(HttpContext context) =>
        PredictAsync(context, ApiJson.Default.DocumentRequest, RunTask.Extract, "page", sources.Of);

    private Task<IResult> ImageAsync(HttpContext context) =>
        PredictAsync(context, ApiJson.Default.ImageRequest, RunTask.Extract, "image", sources.Of);

    private Task<IResult> DocumentSchemaAsync(HttpContext context) =>
        PredictAsync(context, ApiJson.Default.DocumentRequest, RunTask.Recognize, "page", sources.Of);

    private Task<IResult> ImageSchemaAsync(HttpContext context) =>
        PredictAsync(context, ApiJson.Default.ImageRequest, RunTask.Recognize, "image", sources.Of);

    private async Task<IResult> PredictAsync<T>(
        HttpContext context,
        JsonTypeInfo<T> type,
        RunTask task,
        string element,
        Func<T, WantedSource> sourceOf
    )
        where T : GenerateRequest
    {
        var body = await bodies.ReadAsync(context, type);
        if (body.Value is not { } asked)
        {
            return body.Error!;
        }

        var (run, error) = requests.Read(asked, task, element);
        var source = sourceOf(asked);
        if ((error ?? source.Error) is { } wrong)
        {
            return wrong;
        }

        var wanted = new WantedPrediction(context.Caller().Owner, run, source, body.Fingerprint)
        {
            CallbackUrl = asked.CallbackUrl,
            Force = asked.Config?.Force == true,
            // Where the body says nothing of batch, an extraction is waited for elsewhere, and a schema here.
            WaitsForResult = !(asked.Batch ?? task == RunTask.Extract),
        };
        return await predictions.AskAsync(context, wanted);
    }
}
