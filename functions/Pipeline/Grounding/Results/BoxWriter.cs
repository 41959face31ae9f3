using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Results;
using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Results;

/// <summary>Turns a place into boxes: one a printed line, tight around its words, clamped to the page.</summary>
internal sealed class BoxWriter(DocumentIndex index)
{
    public IReadOnlyList<GroundedBox> Write(Place place)
    {
        if (place.CheckBox >= 0)
        {
            var (box, page) = (index.CheckBoxes[place.CheckBox].Source, index.CheckBoxes[place.CheckBox].PageIndex);
            return
            [
                new GroundedBox(
                    new PageRegion(index.PageNumberOf(page), box.Box.ClampedToPage()),
                    box.IsSelected ? "☒" : "☐",
                    box.Confidence
                ),
            ];
        }

        var boxes = new List<GroundedBox>();
        for (var from = 0; from < place.Words.Count; )
        {
            var to = from + 1;
            while (to < place.Words.Count && Continues(place.Words[to - 1], place.Words[to]))
            {
                to++;
            }

            boxes.Add(WriteLine(place, from, to));
            from = to;
        }

        return boxes;
    }

    // A line ends where other words stand between.
    private bool Continues(int word, int next)
    {
        if (index.Words[word].Row != index.Words[next].Row)
        {
            return false;
        }

        for (var between = word + 1; between < next; between++)
        {
            if (index.Words[between].SqueezedLength > 0)
            {
                return false;
            }
        }

        return next > word;
    }

    // The colon between a label and its value belongs to neither.
    private static int SeparatorsBefore(string printed)
    {
        var start = printed.AsSpan().IndexOfAnyExcept(':', '=');
        return start < 0 ? 0 : start;
    }

    private GroundedBox WriteLine(Place place, int from, int to)
    {
        var texts = new string[to - from];
        var box = default(BoundingBox);
        var confidence = 1.0;
        for (var i = from; i < to; i++)
        {
            var word = index.Words[place.Words[i]].Source;
            var start = i > 0 ? 0 : Math.Max(place.StartChar, SeparatorsBefore(word.Text));
            var end = i == place.Words.Count - 1 ? place.EndChar : word.Text.Length;
            var part = word.BoxOf(start, end);
            box = i == from ? part : box.Union(part);
            texts[i - from] = word.Text[start..end];
            confidence = Math.Min(confidence, word.Confidence);
        }

        var page = index.PageNumberOf(index.Words[place.Words[from]].PageIndex);
        return new GroundedBox(new PageRegion(page, box.ClampedToPage()), string.Join(' ', texts), confidence);
    }
}
