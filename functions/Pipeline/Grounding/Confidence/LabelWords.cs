using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Indexing;
using GroundedDocs.Pipeline.Grounding.Labels;

namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>
/// Which words of the document are words of which fields' labels, to ask what the phrase beside a place is about: a date
/// beside "Due date" is hardly the date of issue.
/// </summary>
internal sealed class LabelWords
{
    private const int MaxPhraseWords = 6;
    private const int RowsAbove = 3;

    // In line heights.
    private const double MaxGapUp = 2;
    private const double MaxGapLeft = 20;

    private readonly DocumentIndex index;
    private readonly Dictionary<int, List<(FieldLabel Label, double Weight)>> labelsOf = [];

    public LabelWords(DocumentIndex index, LabelVocabulary vocabulary, IReadOnlyList<FieldLabel> labels)
    {
        this.index = index;
        foreach (var label in labels.Distinct())
        {
            foreach (var term in label.Terms)
            {
                foreach (var occurrence in vocabulary.Occurrences(term.Word))
                {
                    Add(occurrence.Word, label, term.Weight * occurrence.Quality);
                }
            }
        }
    }

    /// <summary>Whether the word may be one of a label.</summary>
    public bool IsLabel(int word) => labelsOf.ContainsKey(word);

    /// <summary>How much of the phrase beside the place is about the field, and how much more about the best other field; both 0..1.</summary>
    public (double Own, double Contested) Judge(FieldLabel label, Place place)
    {
        var phrase = Phrase(place);
        if (phrase.Count == 0)
        {
            return (0, 0);
        }

        var about = new Dictionary<FieldLabel, double>();
        foreach (var (other, weight) in phrase.Where(labelsOf.ContainsKey).SelectMany(word => labelsOf[word]))
        {
            about[other] = about.GetValueOrDefault(other) + weight;
        }

        var own = about.GetValueOrDefault(label);
        var best = about.Where(a => !ReferenceEquals(a.Key, label)).Select(a => a.Value).DefaultIfEmpty(0).Max();
        return (Math.Min(1, own / phrase.Count), Math.Clamp((best - own) / phrase.Count, 0, 1));
    }

    // The words left of the value, or where there are none, the words above it.
    private List<int> Phrase(Place place)
    {
        var phrase = new List<int>();
        if (place.FirstWord < 0)
        {
            return phrase;
        }

        ref readonly var first = ref index.Words[place.FirstWord];
        var scale = index.Scales[first.PageIndex];
        for (var word = place.FirstWord - 1; word >= 0 && index.Words[word].Row == first.Row && phrase.Count < MaxPhraseWords; word--)
        {
            var isNear = scale.GapAcross(index.Words[word].Box, first.Box) <= MaxGapLeft;
            var isOnePhrase = phrase.Count == 0 || index.Words[word].Segment == index.Words[phrase[0]].Segment;
            if (!isNear || !isOnePhrase)
            {
                break;
            }

            AddText(word, phrase);
        }

        return phrase.Exists(IsLabel) ? phrase : Above(first, scale, phrase);
    }

    private List<int> Above(in IndexedWord first, PageScale scale, List<int> beside)
    {
        for (var row = first.Row - 1; row >= Math.Max(0, first.Row - RowsAbove) && index.Rows[row].PageIndex == first.PageIndex; row--)
        {
            var phrase = new List<int>();
            for (var word = index.Rows[row].FirstWord; word < index.Rows[row].EndWord; word++)
            {
                var isAbove = index.Segments[index.Words[word].Segment].Box.HorizontalOverlap(first.Box) > 0;
                if (isAbove && phrase.Count < MaxPhraseWords && scale.GapDown(index.Words[word].Box, first.Box) <= MaxGapUp)
                {
                    AddText(word, phrase);
                }
            }

            if (phrase.Count > 0)
            {
                return phrase.Exists(IsLabel) ? phrase : beside;
            }
        }

        return beside;
    }

    private void AddText(int word, List<int> phrase)
    {
        if (index.Words[word].SqueezedLength > 0)
        {
            phrase.Add(word);
        }
    }

    private void Add(int word, FieldLabel label, double weight)
    {
        if (!labelsOf.TryGetValue(word, out var labels))
        {
            labelsOf[word] = labels = [];
        }

        labels.Add((label, weight));
    }
}
