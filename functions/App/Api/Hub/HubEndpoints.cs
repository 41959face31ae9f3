using System.Text.Json;
using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Answers;
using GroundedDocs.App.Api.Errors;
using GroundedDocs.App.Api.Limiting;
using GroundedDocs.App.Api.Reference;
using GroundedDocs.App.Api.Requests;
using GroundedDocs.App.Api.Schemas;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Orchestration;
using GroundedDocs.Pipeline.Extraction;

namespace GroundedDocs.App.Api.Hub;

/// <summary>What can be extracted: models, domains and their schemas.</summary>
internal sealed class HubEndpoints(Stages stages, JsonBody bodies, ApiOptions limits)
{
    /// <summary>The name under which clients know the engine, whichever is configured.</summary>
    private const string Model = "vlm-1";

    private const string Version = "1.0.0";

    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").RequireCaller(Scope.Read).WithTags("Hub");
        group.MapGet("/models", ListModels).Describes("List models and their domains").Answers<IReadOnlyList<ModelAnswer>>();
        group
            .MapGet("/hub/info", () => Results.Json(new HubAnswer(Version), ApiJson.Default.HubAnswer))
            .Describes("Show the hub's version")
            .Answers<HubAnswer>();
        group.MapGet("/hub/domains", ListDomains).Describes("List domains").Answers<IReadOnlyList<DomainAnswer>>();
        group.MapGet("/domains", ListDomains).Describes("List domains").Answers<IReadOnlyList<DomainAnswer>>();
        group
            .MapPost("/hub/schema", (Delegate)SchemaAsync)
            .Describes("Show a domain's schema")
            .Takes<SchemaRequest>(Examples.Schema)
            .Answers<SchemaAnswer>();
        group
            .MapPost("/schema", (Delegate)SchemaAsync)
            .Describes("Show a domain's schema")
            .Takes<SchemaRequest>(Examples.Schema)
            .Answers<SchemaAnswer>();
        // Probes and newer clients ask before they have a key.
        routes
            .MapGet("/health", () => Results.Json(new HealthAnswer("ok"), ApiJson.Default.HealthAnswer))
            .WithTags("Hub")
            .Describes("See whether the service lives; needs no key")
            .Answers<HealthAnswer>();
    }

    private IResult ListModels() =>
        Results.Json([.. stages.Domains.Select(domain => new ModelAnswer(Model, domain.Name))], ApiJson.Default.IReadOnlyListModelAnswer);

    private IResult ListDomains() =>
        Results.Json(
            [.. stages.Domains.Select(domain => new DomainAnswer(domain.Name, domain.Description))],
            ApiJson.Default.IReadOnlyListDomainAnswer
        );

    private async Task<IResult> SchemaAsync(HttpContext context)
    {
        var body = await bodies.ReadAsync(context, ApiJson.Default.SchemaRequest);
        if (body.Error is not null)
        {
            return body.Error;
        }

        if (body.Value!.Domain is not { Length: > 0 } name)
        {
            return ApiError.Invalid("$.domain: the name of a domain is expected.");
        }

        if (Domain.Find(stages.Domains, name) is not { } domain)
        {
            return ApiError.NotFound(
                $"$.domain: this domain is unknown; known are {string.Join(", ", stages.Domains.Select(known => known.Name))}."
            );
        }

        var statement = body.Value.GqlStmt ?? body.Value.Config?.GqlStmt ?? "";
        if (statement.Length > limits.SelectionCharacters)
        {
            return ApiError.Invalid($"$.gql_stmt has {statement.Length} characters; at most {limits.SelectionCharacters} are accepted.");
        }

        return Selected(domain, statement).TryGet(out var schema, out var failure)
            ? Results.Json(Answer(domain, statement, schema), ApiJson.Default.SchemaAnswer)
            : failure.ToError("$.gql_stmt");
    }

    private static Result<DocumentSchema> Selected(Domain domain, string statement)
    {
        if (string.IsNullOrWhiteSpace(statement))
        {
            return domain.Schema;
        }

        return FieldSelection.Apply(statement, domain.Schema.Json).TryGet(out var json, out var failure)
            ? SchemaParser.Parse(json)
            : failure;
    }

    private static SchemaAnswer Answer(Domain domain, string statement, DocumentSchema schema) =>
        new()
        {
            Domain = domain.Name,
            Description = domain.Description,
            SchemaVersion = domain.SchemaVersion,
            SchemaHash = schema.Hash,
            GqlStmt = statement,
            JsonSchema = JsonElement.Parse(schema.Json),
        };
}
