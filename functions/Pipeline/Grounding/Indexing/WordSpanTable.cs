using System.Numerics;

namespace GroundedDocs.Pipeline.Grounding.Indexing;

/// <summary>
/// Finds words, and the parts of words between natural borders (the 9.00 of Total:9.00), by their squeezed text in
/// constant time. A chained hash table in flat arrays.
/// </summary>
internal sealed class WordSpanTable
{
    private const int MaxPieces = 8;

    private readonly List<WordSpan> spans = [];
    private readonly List<ulong> hashes = [];
    private readonly List<int> next = [];
    private readonly string squeezed;
    private readonly IndexedWord[] words;
    private int[] heads = [];

    private WordSpanTable(IndexedWord[] words, string squeezed)
    {
        this.words = words;
        this.squeezed = squeezed;
    }

    /// <summary>Length of the longest span.</summary>
    public int MaxLength { get; private set; }

    public static WordSpanTable Build(IndexedWord[] words, string squeezed)
    {
        var table = new WordSpanTable(words, squeezed);
        Span<int> borders = stackalloc int[MaxPieces + 1];
        for (var word = 0; word < words.Length; word++)
        {
            if (words[word].SqueezedLength == 0)
            {
                continue;
            }

            var count = WordBorders.Find(words[word].Source.Text, words[word].SqueezedLength, borders);
            for (var from = 0; from < count; from++)
            {
                for (var to = from + 1; to <= count; to++)
                {
                    table.Add(word, borders[from], borders[to]);
                }
            }
        }

        table.Link();
        return table;
    }

    /// <summary>The first span with this text, or -1; <see cref="Next"/> goes on.</summary>
    public int First(ulong hash, ReadOnlySpan<char> text) =>
        heads.Length == 0 ? -1 : Match(heads[TextHash.Bucket(hash, heads.Length - 1)], hash, text);

    /// <summary>The next span with the same text, or -1.</summary>
    public int Next(int entry, ulong hash, ReadOnlySpan<char> text) => Match(next[entry], hash, text);

    public WordSpan this[int entry] => spans[entry];

    private int Match(int entry, ulong hash, ReadOnlySpan<char> text)
    {
        while (entry >= 0 && (hashes[entry] != hash || !TextOf(spans[entry]).SequenceEqual(text)))
        {
            entry = next[entry];
        }

        return entry;
    }

    private ReadOnlySpan<char> TextOf(WordSpan span) => squeezed.AsSpan(words[span.Word].SqueezedStart + span.Start, span.End - span.Start);

    private void Add(int word, int start, int end)
    {
        var span = new WordSpan(word, start, end);
        spans.Add(span);
        hashes.Add(TextHash.Of(TextOf(span)));
        MaxLength = Math.Max(MaxLength, end - start);
    }

    // Linked from the last to the first, so that every chain is walked in document order.
    private void Link()
    {
        if (spans.Count == 0)
        {
            return;
        }

        heads = new int[BitOperations.RoundUpToPowerOf2((uint)spans.Count)];
        Array.Fill(heads, -1);
        next.AddRange(new int[spans.Count]);
        for (var entry = spans.Count - 1; entry >= 0; entry--)
        {
            var bucket = TextHash.Bucket(hashes[entry], heads.Length - 1);
            next[entry] = heads[bucket];
            heads[bucket] = entry;
        }
    }
}
