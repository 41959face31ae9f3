using System.Globalization;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;

namespace GroundedDocs.Orchestration.Storage;

/// <summary>Where the work of a generation lies: one folder, so that purging it is deleting a folder.</summary>
internal static class WorkBlobs
{
    public static BlobName Source(RunKey run) => At(run, "source");

    public static BlobName Request(RunKey run) => At(run, "request.json");

    public static BlobName PagePicture(RunKey run, int page) => At(run, $"pages/{Number(page)}.jpg");

    /// <summary>The page alone as a PDF, where there is no picture of it.</summary>
    public static BlobName PageFile(RunKey run, int page) => At(run, $"pages/{Number(page)}.pdf");

    public static BlobName PageSource(RunKey run, int page) => At(run, $"pages/{Number(page)}.json");

    public static BlobName LargeValue(RunKey run, int field, string column) => At(run, $"fields/{Number(field)}-{column}.txt");

    public static BlobName Result(RunKey run) => At(run, "result.json");

    /// <summary>Where a step's own result is written once.</summary>
    public static BlobName StepResult(RunKey run, StepKey step) =>
        step.Kind is StepKind.Read or StepKind.Extract
            ? At(run, $"{step.KindName}/{Number(step.Index)}.json")
            : At(run, $"{step.KindName}.json");

    /// <summary>The folder of a generation.</summary>
    public static string Folder(RunKey run) => $"{run.RunId}/{Number(run.Generation)}/";

    private static BlobName At(RunKey run, string path) => new(StorageNames.Work, Folder(run) + path);

    private static string Number(int number) => number.ToString("D5", CultureInfo.InvariantCulture);
}
