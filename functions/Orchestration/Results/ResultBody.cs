using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Metering;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Serialization;
using GroundedDocs.Pipeline.Assembly;
using GroundedDocs.Pipeline.Extraction;

namespace GroundedDocs.Orchestration.Results;

/// <summary>The part of a prediction that all submissions of a run share.</summary>
internal static class ResultBody
{
    private const int CostDecimals = 6;

    /// <summary>Plain characters stay readable; results are JSON files, never part of a web page.</summary>
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body of a document that was grounded, or that was only recognised as one of a domain.</summary>
    public static ReadOnlyMemory<byte> Write(
        GroundedWork work,
        ExtractionPlan plan,
        RunRequest request,
        DocumentSchema schema,
        RunUsage usage,
        Domain? recognized,
        PriceTable prices,
        TimeSpan duration
    )
    {
        var written = ResponseWriter.Write(work.Document, schema, request.Response);
        return ToBytes(
            new JsonObject
            {
                ["domain"] = plan.Domain,
                ["usage"] = Usage(usage with { Total = usage.Total with { Pages = work.Pages.Count } }, request, prices, duration),
                ["provenance"] = Origin(work.Document.Provenance),
                ["response"] = recognized is null ? written.Response : RecognizedSchema.Write(recognized),
                ["evidence"] = written.Evidence,
                ["pages"] = new JsonArray([.. work.Pages.Select(page => Page(page, usage.Pages.GetValueOrDefault(page.Number), prices))]),
                ["errors"] = new JsonArray([.. work.Errors.Select(Error)]),
            }
        );
    }

    /// <summary>The body of a document that failed.</summary>
    public static ReadOnlyMemory<byte> WriteFailure(
        Failure failure,
        RunRequest? request,
        RunUsage usage,
        PriceTable prices,
        TimeSpan duration
    ) =>
        ToBytes(
            new JsonObject
            {
                ["domain"] = request?.Domain,
                ["usage"] = Usage(usage, request, prices, duration),
                ["response"] = null,
                ["evidence"] = null,
                ["pages"] = new JsonArray(),
                ["errors"] = new JsonArray(Error(new ResultError("run", 0, failure.Code, failure.Message))),
                ["error"] = new JsonObject { ["code"] = failure.Code, ["message"] = failure.Message },
            }
        );

    private static ReadOnlyMemory<byte> ToBytes(JsonObject body) => Encoding.UTF8.GetBytes(body.ToJsonString(Json));

    private static JsonObject Usage(RunUsage run, RunRequest? request, PriceTable prices, TimeSpan duration)
    {
        var usage = run.Total;
        return new JsonObject
        {
            ["elements_processed"] = usage.Pages,
            ["element_type"] = request?.Element ?? "page",
            ["credits_used"] = 0,
            ["steps"] = null,
            ["message"] = null,
            ["duration_seconds"] = (int)Math.Ceiling(duration.TotalSeconds),
            ["tokens"] = usage.Model.TotalTokens,
            ["input_tokens"] = usage.Model.InputTokens,
            ["output_tokens"] = usage.Model.OutputTokens,
            ["model_calls"] = usage.Model.Calls,
            ["model_seconds"] = Seconds(usage),
            ["recognized_pages"] = usage.RecognizedPages,
            ["service_pages"] = usage.ServicePages,
            ["storage_operations"] = usage.StorageOperations,
            ["lost_attempts"] = run.LostAttempts,
            ["cost"] = Math.Round(prices.CostOf(usage).Amount, CostDecimals),
            ["cost_per_page"] = prices.CostPer(usage, usage.Pages) is { } perPage ? Math.Round(perPage, CostDecimals) : null,
            ["currency"] = prices.Currency,
        };
    }

    /// <summary>Who extracted the values, so that a result can be explained and repeated.</summary>
    private static JsonObject Origin(Provenance provenance) =>
        new()
        {
            ["extractor"] = provenance.Extractor,
            ["version"] = provenance.Version,
            ["schema_hash"] = provenance.SchemaHash,
            ["fallback"] = provenance.IsFallback,
        };

    private static JsonObject Page(ResultPage page, WorkUsage usage, PriceTable prices) =>
        new()
        {
            ["number"] = page.Number,
            ["width"] = page.Size.Width,
            ["height"] = page.Size.Height,
            ["rotation"] = page.RotationDegrees,
            ["note"] = page.Note,
            ["usage"] = new JsonObject
            {
                ["input_tokens"] = usage.Model.InputTokens,
                ["output_tokens"] = usage.Model.OutputTokens,
                ["model_seconds"] = Seconds(usage),
                ["recognized_pages"] = usage.RecognizedPages,
                ["service_pages"] = usage.ServicePages,
                ["storage_operations"] = usage.StorageOperations,
                ["cost"] = Math.Round(prices.CostOf(usage).Amount, CostDecimals),
            },
        };

    private static double Seconds(WorkUsage usage) => Math.Round(usage.Model.ModelTime.TotalSeconds, 3);

    private static JsonObject Error(ResultError error) =>
        new()
        {
            ["step"] = error.Step,
            ["page"] = error.Page,
            ["code"] = error.Code,
            ["message"] = error.Message,
        };
}
