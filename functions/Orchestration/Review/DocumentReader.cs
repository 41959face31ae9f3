using System.Text.Json;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Serialization;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Orchestration.Submissions;
using GroundedDocs.Orchestration.Work;

namespace GroundedDocs.Orchestration.Review;

/// <summary>Reads what a run has made of a document, for people who look at it. It never changes anything.</summary>
public sealed class DocumentReader
{
    private readonly WorkStore work;

    internal DocumentReader(WorkStore work) => this.work = work;

    /// <summary>The grounded document, or why there is none to show.</summary>
    public Task<Result<ReviewedDocument>> DocumentAsync(Submission submission, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return ThisVersionAsync(async () =>
        {
            var ground = await work.ReadAsync(
                WorkBlobs.StepResult(submission.Run, new StepKey(StepKind.Ground)),
                WorkJson.Default.GroundedWork,
                cancellationToken
            );
            return ground.TryGet(out var found, out var gone)
                ? new ReviewedDocument(found.Document, found.Pages, found.Errors)
                : (Result<ReviewedDocument>)gone;
        });
    }

    /// <summary>The schema that was extracted, or why there is none.</summary>
    public Task<Result<DocumentSchema>> SchemaAsync(Submission submission, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return ThisVersionAsync(async () =>
            (await work.PlanAsync(submission.Run, cancellationToken)).TryGet(out var plan, out var gone)
                ? SchemaParser.Parse(plan.SchemaJson)
                : gone
        );
    }

    /// <summary>What stands on a page, or why that is not known.</summary>
    public Task<Result<PageLayout>> LayoutAsync(Submission submission, int page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return ThisVersionAsync(() => work.ReadAsync(LayoutBlob(submission.Run, page), WorkJson.Default.PageLayout, cancellationToken));
    }

    /// <summary>A page's picture, or null when there is none.</summary>
    public async Task<PagePicture?> PictureAsync(Submission submission, int page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(submission);
        if (await work.Blobs.ReadAsync(WorkBlobs.PagePicture(submission.Run, page), cancellationToken) is not { } jpeg)
        {
            return null;
        }

        var layout = await LayoutAsync(submission, page, cancellationToken);
        return new PagePicture(jpeg, layout.Failure is null ? layout.Value.AppliedRotationDegrees : 0);
    }

    /// <summary>The file as it was submitted, or null when it is gone.</summary>
    public Task<LocalCopy?> SourceAsync(Submission submission, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return work.Blobs.FetchAsync(WorkBlobs.Source(submission.Run), cancellationToken);
    }

    private static BlobName LayoutBlob(RunKey run, int page) => WorkBlobs.StepResult(run, new StepKey(StepKind.Read, page));

    /// <summary>Work that another version wrote in another shape is a failure to show, not a bug.</summary>
    private static async Task<Result<T>> ThisVersionAsync<T>(Func<Task<Result<T>>> read)
        where T : notnull
    {
        try
        {
            return await read();
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            return new Failure(
                "result.version",
                "This result was written by another version of the app and cannot be shown. Work on the document again to see it."
            );
        }
    }
}
