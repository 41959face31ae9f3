using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Grounding.Assignment;
using GroundedDocs.Pipeline.Grounding.Indexing;
using GroundedDocs.Pipeline.Grounding.Labels;

namespace GroundedDocs.Pipeline.Grounding.Refinement;

/// <summary>The space that a form leaves for a value: right of its label, and below it, up to what belongs to other fields.</summary>
internal sealed class LabelSpace
{
    // In line heights. Pens need more room than print.
    private const double Right = 25;
    private const double LeastRight = 1.5;
    private const double Rise = 1.2;
    private const double Fall = 1;
    private const double Below = 3;
    private const double Beside = 4;

    // A phrase that says less than this share of a name is another's.
    private const double LeastShare = 0.5;

    // What each other word of the phrase takes.
    private const double OtherWordCost = 0.02;

    private readonly DocumentIndex index;
    private readonly LabelVocabulary vocabulary;

    // Words of labels, and of values that were found.
    private readonly HashSet<int> taken = [];

    public LabelSpace(
        DocumentIndex index,
        LabelVocabulary vocabulary,
        IReadOnlyList<Placement> placements,
        IReadOnlyList<FieldLabel> labels
    )
    {
        this.index = index;
        this.vocabulary = vocabulary;
        taken.UnionWith(placements.Where(p => p.Chosen is not null).SelectMany(p => p.Chosen!.Candidate.Place.Words));
        taken.UnionWith(
            labels.Distinct().SelectMany(label => label.Terms).SelectMany(term => vocabulary.Occurrences(term.Word)).Select(o => o.Word)
        );
    }

    /// <summary>The space of the phrase that says most of the field's name; null when none says enough of it.</summary>
    public (int PageIndex, IReadOnlyList<BoundingBox> Boxes)? Find(FieldLabel label)
    {
        var names = label.NameTerms.ToList();
        var lastWords = NamePhrase
            .Of(names, index, vocabulary)
            .Select(phrase => (Last: phrase.Words.Max(found => found.Word), Share: Share(phrase, names.Count)))
            .Where(phrase => phrase.Share >= LeastShare)
            .OrderByDescending(phrase => phrase.Share)
            .Select(phrase => phrase.Last);
        foreach (var last in lastWords)
        {
            var boxes = Around(last);
            if (boxes.Count > 0)
            {
                return (index.Words[last].PageIndex, boxes);
            }
        }

        return null;
    }

    private double Share(NamePhrase phrase, int all)
    {
        var own = phrase.Words.GroupBy(found => found.Concept).Sum(concept => concept.Max(found => found.Quality));
        var others = index.Segments[phrase.Segment].WordCount - phrase.Words.DistinctBy(found => found.Word).Count();
        return (own / all) - (OtherWordCost * others);
    }

    private List<BoundingBox> Around(int last)
    {
        ref readonly var word = ref index.Words[last];
        var scale = index.Scales[word.PageIndex];
        var (down, across) = (scale.LineHeight, scale.LineHeight / scale.Aspect);
        var boxes = new List<BoundingBox>();
        var end = FirstTaken(last + 1, index.Rows[word.Row].EndWord, word.Box.Right + (Right * across));
        if (end - word.Box.Right >= LeastRight * across)
        {
            boxes.Add(BoundingBox.FromEdges(word.Box.Right, word.Box.Top - (Rise * down), end, word.Box.Bottom + (Fall * down)));
        }

        var phrase = index.Segments[word.Segment].Box;
        if (!IsTakenBelow(word.Row, phrase, scale))
        {
            boxes.Add(
                BoundingBox.FromEdges(phrase.Left - across, phrase.Bottom, phrase.Right + (Beside * across), phrase.Bottom + (Below * down))
            );
        }

        return boxes;
    }

    private double FirstTaken(int from, int to, double limit)
    {
        for (var word = from; word < to; word++)
        {
            if (taken.Contains(word))
            {
                return Math.Min(limit, index.Words[word].Box.Left);
            }
        }

        return limit;
    }

    private bool IsTakenBelow(int above, BoundingBox phrase, PageScale scale)
    {
        for (var row = above + 1; row < index.Rows.Length && index.Rows[row].PageIndex == index.Rows[above].PageIndex; row++)
        {
            if (scale.GapDown(phrase, index.Rows[row].Box) > 1)
            {
                return false;
            }

            for (var word = index.Rows[row].FirstWord; word < index.Rows[row].EndWord; word++)
            {
                if (taken.Contains(word) && index.Words[word].Box.HorizontalOverlap(phrase) > 0)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
