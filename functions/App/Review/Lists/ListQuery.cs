using System.Globalization;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Results;
using GroundedDocs.Orchestration.WorkList;

namespace GroundedDocs.App.Review.Lists;

/// <summary>Reads which documents a request asks for.</summary>
internal static class ListQuery
{
    private const int DefaultCount = 50;

    /// <summary>The filter of <c>state</c>, <c>domain</c>, <c>band</c>, <c>since</c>, <c>before</c> and <c>order</c>, or what is wrong with it.</summary>
    public static Result<WorkFilter> Filter(IQueryCollection query)
    {
        var filter = new WorkFilter { Domain = query["domain"].ToString() is { Length: > 0 } domain ? domain : null };
        return WithState(filter, query["state"].ToString()) is not { } stated ? Wrong("state", "working, open, approved or failed")
            : WithBand(stated, query["band"].ToString()) is not { } banded ? Wrong("band", "hi, med or low")
            : WithOrder(banded, query["order"].ToString()) is not { } ordered ? Wrong("order", "newest, oldest or least_sure")
            : WithTime(ordered, query);
    }

    /// <summary>How many entries a page should have.</summary>
    public static Result<int> Count(IQueryCollection query) =>
        Number(query["count"].ToString(), DefaultCount, WorkListReader.MaxPageEntries) is { } count
            ? count
            : Wrong("count", $"a number from 1 to {WorkListReader.MaxPageEntries}");

    /// <summary>A whole number from 1 to a limit; null for anything else.</summary>
    public static int? Number(string text, int otherwise, int most) =>
        text.Length == 0 ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most ? number
        : null;

    private static WorkFilter? WithState(WorkFilter filter, string state) =>
        state switch
        {
            "" => filter,
            "working" => filter with { State = WorkState.Working },
            "open" => filter with { State = WorkState.Open },
            "approved" => filter with { State = WorkState.Approved },
            "failed" => filter with { State = WorkState.Failed },
            _ => null,
        };

    private static WorkFilter? WithBand(WorkFilter filter, string band) =>
        band switch
        {
            "" => filter,
            "hi" => filter with { LowestBand = ConfidenceBand.High },
            "med" => filter with { LowestBand = ConfidenceBand.Medium },
            "low" => filter with { LowestBand = ConfidenceBand.Low },
            _ => null,
        };

    private static WorkFilter? WithOrder(WorkFilter filter, string order) =>
        order switch
        {
            "" or "newest" => filter,
            "oldest" => filter with { Order = WorkOrder.Oldest },
            "least_sure" => filter with { Order = WorkOrder.LeastSure },
            _ => null,
        };

    private static Result<WorkFilter> WithTime(WorkFilter filter, IQueryCollection query)
    {
        foreach (var name in (string[])["since", "before"])
        {
            if (query[name].ToString() is not { Length: > 0 } text)
            {
                continue;
            }

            if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            {
                return Wrong(name, "a moment such as 2026-03-31T12:00:00Z");
            }

            filter = name == "since" ? filter with { Since = moment } : filter with { Before = moment };
        }

        return filter;
    }

    private static Failure Wrong(string name, string wanted) => new("list.filter", $"'{name}' must be {wanted}.");
}
