using System.Text;
using System.Text.Json.Nodes;
using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Errors;
using GroundedDocs.App.Options;
using GroundedDocs.App.Review.Serving;
using GroundedDocs.Documents;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Submissions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace GroundedDocs.App.Review.Lists;

/// <summary>Takes documents in, one file a request.</summary>
internal sealed class UploadEndpoints(DocumentFlow flow, Stages stages, ServerOptions options)
{
    public void Map(RouteGroupBuilder api)
    {
        api.MapGet("domains", Domains).RequireCaller(Scope.Read);
        api.MapPost("documents", (Delegate)UploadAsync).RequireCaller(Scope.Write);
    }

    private CachedJson Domains()
    {
        var written = stages.Domains.Select(domain =>
            (JsonNode)new JsonObject { ["name"] = domain.Name, ["description"] = domain.Description }
        );
        return new CachedJson(new JsonArray([.. written]));
    }

    private async Task<IResult> UploadAsync(HttpContext context)
    {
        if (UploadForm.BoundaryOf(context.Request) is not { } boundary)
        {
            return ApiError.UnsupportedMedia("Send a form (multipart/form-data) whose last part, 'file', is the document.");
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = options.Limits.DocumentBytes + ReviewLimits.FormFieldBytes;
        }

        var path = Path.GetTempFileName();
        try
        {
            var form = new MultipartReader(boundary, context.Request.Body);
            var received = await UploadForm.ReceiveAsync(form, path, context.RequestAborted);
            return received.TryGet(out var request, out var refused) ? await SubmitAsync(context, path, request) : Refusal(refused);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ApiError.TooLarge(
                $"The file has more than {options.Limits.DocumentBytes} bytes, the limit. Split it or lower its resolution."
            );
        }
        catch (IOException)
        {
            return ApiError.Invalid("The upload broke off; nothing was stored. Send the file again.");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task<IResult> SubmitAsync(HttpContext context, string path, RunRequest request)
    {
        var handedIn = new SubmissionRequest(context.Caller().Owner, path, request);
        var submitted = await flow.SubmissionDesk.SubmitAsync(handedIn, context.RequestAborted);
        if (!submitted.TryGet(out var submission, out var refused))
        {
            return Refusal(refused);
        }

        var accepted = new JsonObject { ["id"] = submission.Id, ["name"] = submission.DocumentName };
        return Results.Text(accepted.ToJsonString(), "application/json", Encoding.UTF8, StatusCodes.Status201Created);
    }

    private static ApiError Refusal(Failure failure) =>
        failure.Code == "file.bytes" ? ApiError.TooLarge(failure.Message) : ApiError.Unprocessable(failure.Message);
}
