using System.Runtime.CompilerServices;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Work;

namespace GroundedDocs.Orchestration.WorkList;

/// <summary>Reads an owner's documents by filter, page by page.</summary>
public sealed class WorkListReader
{
    /// <summary>Entries of one page: what a screen or two show.</summary>
    public const int MaxPageEntries = 200;

    /// <summary>Rows that a table hands out with one request.</summary>
    private const int MaxRows = 1_000;

    /// <summary>Answers looked through for one page: with ten thousand documents always enough, and quick in any case.</summary>
    private const int MaxScans = 10;

    private readonly ITableStore tables;

    internal WorkListReader(ITableStore tables) => this.tables = tables;

    /// <summary>One document's entry, or null.</summary>
    public async Task<WorkEntry?> FindAsync(string owner, string id, CancellationToken cancellationToken) =>
        await tables.GetAsync(StorageNames.WorkListTable, WorkPlaces.Entries(owner), id, cancellationToken) is { } row
            ? WorkEntryRow.Read(row)
            : null;

    /// <summary>The domains that an owner's documents are of, in alphabetical order.</summary>
    public async Task<IReadOnlyList<string>> DomainsAsync(string owner, CancellationToken cancellationToken)
    {
        var domains = new List<string>();
        await foreach (var row in tables.ListAsync(StorageNames.WorkListTable, WorkPlaces.Domains(owner), "", cancellationToken))
        {
            domains.Add(row.RequiredText("Domain"));
        }

        return [.. domains.Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// A page of the list. Reads as many rows as it shows, whatever the filter and however long the list; but a list by confidence
    /// that is cut by time is looked through, ten thousand rows for one page at most. Such a page may hold less than was asked for
    /// and still have a next one.
    /// </summary>
    /// <param name="owner">Whose documents.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="count">How many, 1 to <see cref="MaxPageEntries"/>.</param>
    /// <param name="after">What the page before gave as <see cref="WorkPage.Next"/>; null for the first page.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<WorkPage> PageAsync(string owner, WorkFilter filter, int count, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var list = WorkPlaces.List(owner, filter.State, filter.Domain, filter.LowestBand);
        var (first, end) = Range(filter);
        var from = after is not null && string.CompareOrdinal(after, first) > 0 ? after : first;
        var (keys, next) = filter is { Order: WorkOrder.LeastSure } and not { Since: null, Before: null }
            ? await ScanAsync(list, from, end, filter, count, cancellationToken)
            : await TakeAsync(list, from, end, count, cancellationToken);
        var entries = await WorkStore.EachAsync(keys, key => FindAsync(owner, WorkPlaces.IdOf(key), cancellationToken));
        // A row that was left behind when its document moved on lists nothing.
        var listed = entries
            .Where((entry, i) => entry is not null && WorkPlaces.Of(owner, entry).Contains(new WorkPlace(list, keys[i])))
            .Select(entry => entry!);
        return new WorkPage([.. listed], next);
    }

    /// <summary>How many documents a filter lets through, counted up to a number. Not for lists by confidence that are cut by time.</summary>
    public async Task<int> CountAsync(string owner, WorkFilter filter, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var list = WorkPlaces.List(owner, filter.State, filter.Domain, filter.LowestBand);
        var (first, end) = Range(filter);
        return await KeysAsync(list, first, end, most, cancellationToken).CountAsync(cancellationToken);
    }

    /// <summary>The keys of a list, up to a number; a request for each thousand.</summary>
    private async IAsyncEnumerable<string> KeysAsync(
        string list,
        string from,
        string end,
        int most,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var left = most;
        for (string? last = from; last is not null && left > 0; )
        {
            var (keys, next) = await TakeAsync(list, last, end, Math.Min(MaxRows, left), cancellationToken);
            foreach (var key in keys)
            {
                yield return key;
            }

            (last, left) = (next, left - keys.Length);
        }
    }

    private async Task<(string[] Keys, string? Next)> TakeAsync(
        string list,
        string from,
        string end,
        int count,
        CancellationToken cancellationToken
    )
    {
        var rows = await tables.TakeAsync(StorageNames.WorkListTable, list, from, end, count, cancellationToken);
        return ([.. rows.Select(row => row.Key)], rows.Count == count ? rows[^1].Key : null);
    }

    /// <summary>The keys of a list by confidence that lie in the filter's time: each says when its document came in.</summary>
    private async Task<(string[] Keys, string? Next)> ScanAsync(
        string list,
        string from,
        string end,
        WorkFilter filter,
        int count,
        CancellationToken cancellationToken
    )
    {
        var found = new List<string>(count);
        string? last = from;
        for (var scan = 0; scan < MaxScans && last is not null; scan++)
        {
            var (keys, next) = await TakeAsync(list, last, end, MaxRows, cancellationToken);
            found.AddRange(keys.Where(key => WorkPlaces.IsWithin(key, filter)).Take(count - found.Count));
            if (found.Count == count)
            {
                return ([.. found], found[^1]);
            }

            last = next;
        }

        return ([.. found], last);
    }

    /// <summary>
    /// The ids of everything that an owner asked for, newest first, also of documents that are only recognised. Costs a request for each
    /// thousand ids, those skipped included.
    /// </summary>
    public async Task<IReadOnlyList<string>> NewestIdsAsync(string owner, int skip, int count, CancellationToken cancellationToken)
    {
        var (list, after, end) = WorkPlaces.Everything(owner);
        return await KeysAsync(list, after, end, skip + count, cancellationToken)
            .Skip(skip)
            .Select(WorkPlaces.IdOf)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The keys after the first and before the second; in the newest-first order later moments have smaller keys.</summary>
    private static (string After, string End) Range(WorkFilter filter)
    {
        var prefix = WorkPlaces.Prefix(filter.Order);
        return filter.Order switch
        {
            WorkOrder.Newest => (Bound(filter.Before, "~") ?? prefix, Bound(filter.Since, "~") ?? prefix + "~"),
            WorkOrder.Oldest => (Bound(filter.Since, "") ?? prefix, Bound(filter.Before, "") ?? prefix + "~"),
            _ => (prefix, prefix + "~"),
        };

        string? Bound(DateTimeOffset? moment, string pastEqual) =>
            moment is { } known ? WorkPlaces.Moment(filter.Order, known) + pastEqual : null;
    }
}
