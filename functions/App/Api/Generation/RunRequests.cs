using System.Text.Json;
using GroundedDocs.App.Api.Errors;
using GroundedDocs.App.Api.Limiting;
using GroundedDocs.App.Api.Requests;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Pipeline.Assembly;
using GroundedDocs.Pipeline.Extraction;

namespace GroundedDocs.App.Api.Generation;

/// <summary>Turns what a body says into what a run does, or says what is wrong and where.</summary>
internal sealed class RunRequests(Stages stages, Adapters.Outbound.OutboundOptions outbound, ApiOptions limits)
{
    private const int MaxDomainCharacters = 100;

    /// <summary>Pages that are looked at to recognise a document.</summary>
    private static readonly int[] FirstPages = [1, 2, 3];

    private static readonly string[] Details = ["auto", "lo", "hi"];

    /// <summary>The run's request; with an error it is of no use.</summary>
    public (RunRequest Run, ApiError? Error) Read(GenerateRequest body, RunTask task, string element)
    {
        var config = body.Config ?? new GenerationConfig();
        var error = CheckWords(body, config) ?? CheckCallback(body.CallbackUrl) ?? CheckPages(config.PageIndices);
        if (error is not null)
        {
            return (new RunRequest(), error);
        }

        var run = new RunRequest
        {
            Task = task,
            Element = element,
            Domain = body.Domain is { } named ? Domain.Find(stages.Domains, named)?.Name ?? named : null,
            Detail = config.Detail ?? "auto",
            Response = ResponseOf(config),
            PageNumbers = config.PageIndices is { } pages ? [.. pages.Distinct().Order().Select(index => index + 1)] : null,
        };
        return task == RunTask.Recognize
            ? (run with { Domain = null, PageNumbers = run.PageNumbers ?? FirstPages }, null)
            : WithSchema(run, config);
    }

    /// <summary>Clients of 2025 expect a box with every confidence; who asks for grounding gets the boxes of today.</summary>
    private static ResponseOptions ResponseOf(GenerationConfig config)
    {
        var (grounding, confidence) = (config.Grounding == true, config.Confidence == true);
        return new ResponseOptions(grounding, confidence, config.LegacyBbox ?? (confidence && !grounding));
    }

    private (RunRequest Run, ApiError? Error) WithSchema(RunRequest run, GenerationConfig config)
    {
        var json = config.JsonSchema is { ValueKind: not JsonValueKind.Null } given ? given.GetRawText() : null;
        if (json is not null && SchemaParser.Parse(json).Failure is { } wrong)
        {
            return (run, wrong.ToError("$.config.json_schema"));
        }

        if (json is null && run.Domain is { } domain && stages.Domains.All(known => known.Name != domain))
        {
            return (
                run,
                ApiError.Invalid(
                    $"$.domain: this domain is unknown; known are {string.Join(", ", stages.Domains.Select(known => known.Name))}. Name one of them, or send $.config.json_schema."
                )
            );
        }

        if (string.IsNullOrWhiteSpace(config.GqlStmt))
        {
            return (run with { SchemaJson = json }, null);
        }

        json ??= stages.Domains.FirstOrDefault(known => known.Name == run.Domain)?.Schema.Json;
        if (json is null)
        {
            return (run, ApiError.Invalid("$.config.gql_stmt: fields can be chosen only where $.domain or $.config.json_schema is given."));
        }

        return Schemas.FieldSelection.Apply(config.GqlStmt, json).TryGet(out var selected, out var failure)
            ? (run with { SchemaJson = selected }, null)
            : (run, failure.ToError("$.config.gql_stmt"));
    }

    private ApiError? CheckWords(GenerateRequest body, GenerationConfig config)
    {
        if (body.Domain is { } domain && (domain.Length is 0 or > MaxDomainCharacters || !domain.All(IsDomainCharacter)))
        {
            return ApiError.Invalid($"$.domain: 1 to {MaxDomainCharacters} letters, digits, dots, dashes or underscores are expected.");
        }

        if (config.Detail is { } detail && !Details.Contains(detail))
        {
            return ApiError.Invalid("$.config.detail: one of auto, lo, hi is expected.");
        }

        return body.Model?.Length > limits.TextCharacters || config.GqlStmt?.Length > limits.SelectionCharacters
            ? ApiError.Invalid(
                $"$.model may have {limits.TextCharacters} characters, $.config.gql_stmt ten times as many (Api__TextCharacters)."
            )
            : null;
    }

    private ApiError? CheckCallback(string? url)
    {
        if (url is null)
        {
            return null;
        }

        return Uri.TryCreate(url, UriKind.Absolute, out var address) && outbound.Allows(address)
            ? null
            : ApiError.Invalid($"$.callback_url: {outbound.Expected} is expected.");
    }

    private ApiError? CheckPages(IReadOnlyList<int>? pages)
    {
        if (pages is null)
        {
            return null;
        }

        if (pages.Count == 0 || pages.Count > limits.PageIndices)
        {
            return ApiError.Invalid($"$.config.page_indices: 1 to {limits.PageIndices} pages are expected (Api__PageIndices).");
        }

        var wrong = pages.Index().Where(page => page.Item is < 0 or > 1_000_000).Select(page => (int?)page.Index).FirstOrDefault();
        return wrong is { } at ? ApiError.Invalid($"$.config.page_indices[{at}]: a page counted from 0 is expected.") : null;
    }

    private static bool IsDomainCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_';
}
