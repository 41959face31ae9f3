using System.Text.Json.Nodes;
using GroundedDocs.App.Access;
using GroundedDocs.App.Api.Errors;
using GroundedDocs.App.Options;
using GroundedDocs.App.Review.Serving;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.WorkList;

namespace GroundedDocs.App.Review.Lists;

/// <summary>The caller's documents in numbers, and the latest failures.</summary>
internal sealed class DashboardEndpoints(DocumentFlow flow, IQueueLength queues, ServerOptions options, TimeProvider time)
{
    private const int DefaultDays = 30;
    private const int DaysAtOnce = 10;

    public void Map(RouteGroupBuilder api) => api.MapGet("dashboard", (Delegate)ShowAsync).RequireCaller(Scope.Read);

    private async Task<IResult> ShowAsync(HttpContext context)
    {
        if (ListQuery.Number(context.Request.Query["days"].ToString(), DefaultDays, ReviewLimits.DashboardDays) is not { } count)
        {
            return ApiError.Invalid($"'days' must be a number from 1 to {ReviewLimits.DashboardDays}.");
        }

        var owner = context.Caller().Owner;
        var days = await DaysAsync(owner, count, context.RequestAborted);
        var failed = await flow.WorkList.PageAsync(
            owner,
            new WorkFilter { State = WorkState.Failed },
            ReviewLimits.DashboardFailures,
            null,
            context.RequestAborted
        );
        return new CachedJson(
            new JsonObject
            {
                ["currency"] = options.Engines.Prices.Currency,
                ["days"] = new JsonArray([.. days.Select(Write)]),
                ["queue"] = await queues.CountAsync(StorageNames.StepQueue, context.RequestAborted),
                ["states"] = States(days),
                ["corrections"] = Corrections(days),
                ["failures"] = new JsonArray([.. failed.Entries.Select(EntryJson.Write)]),
            }
        );
    }

    /// <summary>The days up to today, oldest first, a bounded number read at once.</summary>
    private async Task<IReadOnlyList<DayFigures>> DaysAsync(string owner, int count, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var days = new List<DayFigures>(count);
        foreach (var chunk in Enumerable.Range(0, count).Select(back => today.AddDays(back + 1 - count)).Chunk(DaysAtOnce))
        {
            days.AddRange(await Task.WhenAll(chunk.Select(day => flow.Figures.OnAsync(owner, day, cancellationToken))));
        }

        return days;
    }

    private static JsonNode Write(DayFigures day) =>
        new JsonObject
        {
            ["date"] = day.Day.ToString("O"),
            ["documents"] = day.Documents,
            ["pages"] = day.Pages,
            ["hi"] = day.High,
            ["med"] = day.Medium,
            ["low"] = day.Low,
            ["cost"] = Math.Round(day.Cost, 4),
        };

    private static JsonObject States(IReadOnlyList<DayFigures> days)
    {
        var sums = new JsonObject();
        foreach (var state in Enum.GetValues<WorkState>())
        {
            sums[state.ToString().ToLowerInvariant()] = days.Sum(day => day.States.GetValueOrDefault(state));
        }

        return sums;
    }

    /// <summary>Columns, most often corrected first.</summary>
    private static JsonArray Corrections(IReadOnlyList<DayFigures> days)
    {
        var columns = days.SelectMany(day => day.Columns)
            .GroupBy(column => column.Key, StringComparer.Ordinal)
            .Select(column =>
                (Path: column.Key, Seen: column.Sum(each => each.Value.Seen), Changed: column.Sum(each => each.Value.Changed))
            )
            .OrderByDescending(column => (double)column.Changed / column.Seen)
            .ThenBy(column => column.Path, StringComparer.Ordinal);
        return new JsonArray([
            .. columns.Select(column =>
                (JsonNode)
                    new JsonObject
                    {
                        ["path"] = column.Path,
                        ["checked"] = column.Seen,
                        ["corrected"] = column.Changed,
                    }
            ),
        ]);
    }
}
