using System.Text.Json.Nodes;
using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Errors;
using GroundedDocs.App.Review.Serving;
using GroundedDocs.Orchestration;

namespace GroundedDocs.App.Review.Lists;

/// <summary>The work list by filter, page by page.</summary>
internal sealed class WorkListEndpoints(DocumentFlow flow)
{
    public void Map(RouteGroupBuilder api) => api.MapGet("documents", (Delegate)ListAsync).RequireCaller(Scope.Read);

    private async Task<IResult> ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (!ListQuery.Filter(query).TryGet(out var filter, out var wrong) || !ListQuery.Count(query).TryGet(out var count, out wrong))
        {
            return ApiError.Invalid(wrong.Message);
        }

        var owner = context.Caller().Owner;
        var after = query["after"].ToString() is { Length: > 0 } token ? token : null;
        var page = await flow.WorkList.PageAsync(owner, filter, count, after, context.RequestAborted);
        var domains = await flow.WorkList.DomainsAsync(owner, context.RequestAborted);
        return new CachedJson(
            new JsonObject
            {
                ["documents"] = new JsonArray([.. page.Entries.Select(EntryJson.Write)]),
                ["next"] = page.Next,
                ["domains"] = new JsonArray([.. domains.Select(domain => (JsonNode)domain)]),
            }
        );
    }
}
