using GroundedDocs.Documents;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Serialization;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Pipeline.Extraction;

namespace GroundedDocs.Orchestration.Work;

/// <summary>Chooses the domain of a document that names none, and cuts the readable pages into windows.</summary>
internal sealed class PlanWork(Stages stages, WorkStore work, StepLedger steps, Limits limits) : IStepWork
{
    public StepKind Kind => StepKind.Plan;

    public async Task<Result<StepProduct>> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        if (!(await work.RequestAsync(context.Run, cancellationToken)).TryGet(out var request, out var gone))
        {
            return gone;
        }

        var split = await steps.FindAsync(context.Run, new StepKey(StepKind.Split), cancellationToken);
        var pages = new PageSet(split?.Count ?? 0, context.Generation.Pages, limits.BucketPages);
        var layouts = await work.LayoutsAsync(context.Run, pages.Pages, cancellationToken);
        var readable = layouts.Where(layout => layout.Failure is null).ToArray();
        if (readable.Length == 0)
        {
            return await WhyUnreadableAsync(context.Run, pages.Pages[0], cancellationToken);
        }

        var (domain, schema) = Choose(request, readable);
        if (request.Task == RunTask.Recognize)
        {
            var recognized = new ExtractionPlan(0, domain, schema, []);
            return new StepProduct(WorkJson.Write(recognized, WorkJson.Default.ExtractionPlan), 0);
        }

        var numbers = readable.Select(layout => layout.PageNumber).ToArray();
        IReadOnlyList<int>[] windows =
        [
            .. WindowPlanner
                .Plan(numbers.Length, stages.Extractor.MaxWindowPages)
                .Select(window => numbers.AsSpan(window.FirstPageIndex, window.PageCount).ToArray()),
        ];
        if (windows.Length > limits.ExtractorCalls)
        {
            return new Failure(
                "extract.calls",
                $"The document needs {windows.Length} extractor calls; at most {limits.ExtractorCalls} are allowed."
            );
        }

        var plan = new ExtractionPlan(windows.Length, domain, schema, windows);
        return new StepProduct(WorkJson.Write(plan, WorkJson.Default.ExtractionPlan), windows.Length);
    }

    private (string? Domain, string Schema) Choose(RunRequest request, IReadOnlyList<PageLayout> readable)
    {
        if (request.SchemaJson is { } schema)
        {
            return (request.Domain, schema);
        }

        var domain =
            stages.Domains.FirstOrDefault(known => known.Name == request.Domain)
            ?? stages.Classifier.Classify(new DocumentLayout(readable), stages.Domains);
        return (domain.Name, domain.Schema.Json);
    }

    /// <summary>A document without a single readable page fails with the reason of its first page.</summary>
    private async Task<Failure> WhyUnreadableAsync(RunKey run, int firstPage, CancellationToken cancellationToken)
    {
        var row = await steps.FindAsync(run, new StepKey(StepKind.Read, firstPage), cancellationToken);
        return row?.Failure ?? new Failure("pages.unreadable", "No page of the document could be read.");
    }
}
