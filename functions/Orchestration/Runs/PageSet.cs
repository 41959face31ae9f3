using System.Globalization;

namespace GroundedDocs.Orchestration.Runs;

/// <summary>The pages of a document that a run works on, in buckets that are counted together.</summary>
internal sealed class PageSet
{
    private readonly int bucketPages;
    private readonly SortedDictionary<int, int> countByBucket = [];

    /// <param name="pageCount">Pages of the document.</param>
    /// <param name="selection">The pages wanted, as <see cref="Write"/> wrote them; null for all.</param>
    /// <param name="bucketPages">Pages a bucket.</param>
    public PageSet(int pageCount, string? selection, int bucketPages)
    {
        this.bucketPages = bucketPages;
        Pages = selection is null ? [.. Enumerable.Range(1, pageCount)] : [.. Parse(selection).Where(page => page <= pageCount)];
        foreach (var page in Pages)
        {
            var bucket = BucketOf(page);
            countByBucket[bucket] = countByBucket.GetValueOrDefault(bucket) + 1;
        }
    }

    /// <summary>The pages, counted from 1, ascending.</summary>
    public IReadOnlyList<int> Pages { get; }

    /// <summary>The buckets that hold at least one page, ascending.</summary>
    public IReadOnlyCollection<int> Buckets => countByBucket.Keys;

    /// <summary>How many wanted pages a bucket holds.</summary>
    public int CountIn(int bucket) => countByBucket.GetValueOrDefault(bucket);

    /// <summary>The wanted pages of a bucket.</summary>
    public IEnumerable<int> PagesIn(int bucket) => Pages.Where(page => BucketOf(page) == bucket);

    /// <summary>A selection as it is kept in a row; null for all pages.</summary>
    public static string? Write(IReadOnlyList<int>? pages) =>
        pages is null ? null : string.Join(',', pages.Select(page => page.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<int> Parse(string selection) =>
        selection.Length == 0
            ? []
            : [.. selection.Split(',').Select(page => int.Parse(page, CultureInfo.InvariantCulture)).Distinct().Order()];

    private int BucketOf(int page) => (page - 1) / bucketPages;
}
