using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Answers;
using GroundedDocs.App.Api.Errors;
using GroundedDocs.App.Api.Limiting;
using GroundedDocs.App.Api.Reference;
using GroundedDocs.App.Api.Requests;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Files;
using GroundedDocs.Orchestration.Results;

namespace GroundedDocs.App.Api.Files;

/// <summary>Uploads to an address that carries its own secret, so that the bytes need no key.</summary>
internal sealed class UploadEndpoints(DocumentFlow flow, FileReceiver receiver, JsonBody bodies, Limits flowLimits, ApiOptions limits)
{
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromHours(1);

    public void Map(IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/files").WithTags("Files");
        files
            .MapPost("/presigned-url", (Delegate)PresignAsync)
            .RequireCaller(Scope.Write)
            .Describes("Ask for an address to upload a file to")
            .Takes<PresignRequest>(Examples.Presign)
            .Answers<PresignAnswer>();
        files
            .MapPut("/upload/{owner}/{id}/{secret}", UploadAsync)
            .WithMetadata(new UploadAddress())
            .Describes("Upload a file to its address; the body is the file")
            .TakesBytes()
            .Answers<FileAnswer>();
        files
            .MapGet("/verify-upload/{id}", VerifyAsync)
            .RequireCaller(Scope.Read)
            .Describes("See whether an upload has arrived")
            .Answers<FileAnswer>();
    }

    private async Task<IResult> PresignAsync(HttpContext context)
    {
        var body = await bodies.ReadAsync(context, ApiJson.Default.PresignRequest);
        if (body.Error is not null)
        {
            return body.Error;
        }

        var wanted = body.Value!;
        if (wanted.Expiration is { } seconds && !(seconds >= 1))
        {
            return ApiError.Invalid("$.expiration: a number of seconds from 1 is expected.");
        }

        var lifetime = TimeSpan.FromSeconds(
            Math.Floor(Math.Min(wanted.Expiration ?? UsualLifetime.TotalSeconds, limits.UploadTime.TotalSeconds))
        );
        var upload = new FileUpload(PlainName.Of(wanted.Filename, flowLimits.FileNameCharacters), wanted.Purpose ?? FilePurpose.Default);
        var reserved = await flow.Files.ReserveAsync(context.Caller().Owner, upload, lifetime, context.RequestAborted);
        if (!reserved.TryGet(out var promise, out var failure))
        {
            return failure.ToError("$.purpose");
        }

        var answer = new PresignAnswer
        {
            Id = promise.File.Id,
            Url = $"{ForwardedHeaders.OriginOf(context.Request)}/v1/files/upload/{promise.OwnerKey}/{promise.File.Id}/{promise.Secret}",
            Filename = promise.File.FileName,
            Expiration = (int)lifetime.TotalSeconds,
            CreatedAt = Moment.Write(promise.File.CreatedAt),
        };
        return Results.Json(answer, ApiJson.Default.PresignAnswer);
    }

    private async Task<IResult> UploadAsync(HttpContext context, string owner, string id, string secret)
    {
        var isWellFormed =
            RecordId.IsOne(id) && owner.Length <= 100 && owner.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~');
        var awaited = isWellFormed ? await flow.Files.FindAwaitedAsync(owner, id, secret, context.RequestAborted) : null;
        if (awaited is null)
        {
            return ApiError.NotFound("This upload address is unknown, used, or no longer good; ask for another.");
        }

        using var received = await receiver.ReceiveBodyAsync(context);
        if (received.Error is { } error)
        {
            return error;
        }

        var file = await flow.Files.CompleteAsync(awaited, received.Path, context.RequestAborted);
        return Results.Json(FileAnswer.Of(file), ApiJson.Default.FileAnswer);
    }

    private async Task<IResult> VerifyAsync(HttpContext context, string id)
    {
        var file = RecordId.IsOne(id) ? await flow.Files.FindAsync(context.Caller().Owner, id, context.RequestAborted) : null;
        return file switch
        {
            null => ApiError.NotFound("There is no such file."),
            { IsComplete: false } => ApiError.Conflict("The content of this file has not arrived yet."),
            _ => Results.Json(FileAnswer.Of(file), ApiJson.Default.FileAnswer),
        };
    }
}
