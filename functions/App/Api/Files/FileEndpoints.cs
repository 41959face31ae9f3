using System.Text.RegularExpressions;
using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Answers;
using GroundedDocs.App.Api.Errors;
using GroundedDocs.App.Api.Limiting;
using GroundedDocs.App.Api.Reference;
using GroundedDocs.App.Api.Requests;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Files;

namespace GroundedDocs.App.Api.Files;

/// <summary>Uploaded files: look up by hash, upload, list, show, delete.</summary>
internal sealed partial class FileEndpoints(DocumentFlow flow, FileReceiver receiver, ApiOptions limits)
{
    private const string Unknown = "There is no such file.";

    public void Map(IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/files").WithTags("Files");
        files.MapGet("", ListAsync).RequireCaller(Scope.Read).Describes("List files, newest first").Answers<IReadOnlyList<FileAnswer>>();
        files
            .MapPost("", UploadAsync)
            .RequireCaller(Scope.Write)
            .Describes("Upload a file; the same content is kept once")
            .TakesFile()
            .Answers<FileAnswer>(StatusCodes.Status201Created);
        files
            .MapGet("/hash/{hash}", FindByHashAsync)
            .RequireCaller(Scope.Read)
            .Describes("Find a file by the MD5 of its content")
            .Answers<FileAnswer>();
        files.MapGet("/{id}", ShowAsync).RequireCaller(Scope.Read).Describes("Show a file").Answers<FileAnswer>();
        files.MapDelete("/{id}", DeleteAsync).RequireCaller(Scope.Write).Describes("Delete a file").Answers<FileAnswer>();
    }

    private async Task<IResult> ListAsync(HttpContext context, int? skip, int? limit)
    {
        var (part, error) = Paging.Read(skip, limit, limits);
        if (error is not null)
        {
            return error;
        }

        var found = part.Of(flow.Files.ListAsync(context.Caller().Owner, context.RequestAborted));
        IReadOnlyList<FileAnswer> listed = await found.Select(FileAnswer.Of).ToListAsync(context.RequestAborted);
        return Results.Json(listed, ApiJson.Default.IReadOnlyListFileAnswer);
    }

    private async Task<IResult> UploadAsync(HttpContext context, string? purpose)
    {
        using var received = await receiver.ReceiveFormAsync(context);
        if (received.Error is { } error)
        {
            return error;
        }

        var upload = new FileUpload(received.FileName, purpose ?? received.Purpose ?? FilePurpose.Default);
        var stored = await flow.Files.StoreAsync(context.Caller().Owner, upload, received.Path, context.RequestAborted);
        return stored.TryGet(out var file, out var failure)
            ? Results.Json(FileAnswer.Of(file), ApiJson.Default.FileAnswer, statusCode: StatusCodes.Status201Created)
            : failure.ToError();
    }

    private async Task<IResult> FindByHashAsync(HttpContext context, string hash)
    {
        if (!Md5().IsMatch(hash))
        {
            return ApiError.Invalid("The hash must be an MD5 of 32 hexadecimal digits.");
        }

        return Answer(await flow.Files.FindByMd5Async(context.Caller().Owner, hash.ToLowerInvariant(), context.RequestAborted));
    }

    private async Task<IResult> ShowAsync(HttpContext context, string id) => Answer(await FindAsync(context, id));

    private async Task<IResult> DeleteAsync(HttpContext context, string id)
    {
        var file = await FindAsync(context, id);
        if (file is not null)
        {
            await flow.Files.DeleteAsync(file, context.RequestAborted);
        }

        return Answer(file);
    }

    private async Task<StoredFile?> FindAsync(HttpContext context, string id) =>
        RecordId.IsOne(id) ? await flow.Files.FindAsync(context.Caller().Owner, id, context.RequestAborted) : null;

    private static IResult Answer(StoredFile? file) =>
        file is null ? ApiError.NotFound(Unknown) : Results.Json(FileAnswer.Of(file), ApiJson.Default.FileAnswer);

    [GeneratedRegex("^[0-9a-fA-F]{32}$", RegexOptions.None, 1000)]
    private static partial Regex Md5();
}
