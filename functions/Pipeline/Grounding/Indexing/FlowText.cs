using System.Text;
using GroundedDocs.Documents.Text;

namespace GroundedDocs.Pipeline.Grounding.Indexing;

/// <summary>The text of a page in flow order, words joined by spaces, segments by line feeds, with the way back to the words.</summary>
internal sealed class FlowText
{
    private readonly int[] words;
    private readonly int[] starts;
    private readonly DocumentIndex index;

    private FlowText(DocumentIndex index, int[] words, int[] starts, string text)
    {
        this.index = index;
        this.words = words;
        this.starts = starts;
        Dates = DateReader.Find(text);
        Numbers = NumberReader.Find(text);
    }

    public IReadOnlyList<DateMention> Dates { get; }

    public IReadOnlyList<NumberMention> Numbers { get; }

    /// <summary>The text of one page; <paramref name="from"/> is where its words begin in the flow and moves on to the next page's.</summary>
    public static FlowText OfPage(DocumentIndex index, int page, ref int from)
    {
        var members = new List<int>();
        var offsets = new List<int>();
        var text = new StringBuilder();
        for (; from < index.Flow.Length && index.Words[index.Flow[from]].PageIndex == page; from++)
        {
            var word = index.Flow[from];
            if (members.Count > 0)
            {
                text.Append(index.Words[members[^1]].Segment == index.Words[word].Segment ? ' ' : '\n');
            }

            members.Add(word);
            offsets.Add(text.Length);
            text.Append(index.Words[word].Source.Text);
        }

        return new FlowText(index, [.. members], [.. offsets], text.ToString());
    }

    public FlowSpan Locate(int start, int length)
    {
        var first = WordAt(start);
        var last = WordAt(start + length - 1);
        var lastLength = index.Words[words[last]].Source.Text.Length;
        return new FlowSpan(words[first..(last + 1)], start - starts[first], Math.Min(lastLength, start + length - starts[last]));
    }

    private int WordAt(int character)
    {
        var found = Array.BinarySearch(starts, character);
        return found >= 0 ? found : ~found - 1;
    }
}
