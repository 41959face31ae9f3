using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Labels;

/// <summary>
/// Which fields' whole names are printed, and with which words: the 40 of "Floor (40)" belongs to the label of floor_40 and is no
/// value of another field.
/// </summary>
internal sealed class PrintedLabels
{
    private readonly HashSet<FieldLabel> printed = [];

    // One word alone is too often a value as well.
    private readonly Dictionary<int, FieldLabel> owners = [];

    public PrintedLabels(DocumentIndex index, LabelVocabulary vocabulary, IEnumerable<FieldLabel> labels)
    {
        foreach (var label in labels.Distinct())
        {
            var names = label.NameTerms.ToList();
            var whole = NamePhrase.Of(names, index, vocabulary).Where(phrase => phrase.Concepts == names.Count);
            foreach (var (word, _, _) in whole.SelectMany(phrase => phrase.Words))
            {
                printed.Add(label);
                if (names.Count > 1)
                {
                    owners.TryAdd(word, label);
                }
            }
        }
    }

    /// <summary>Whether the field's whole name is printed.</summary>
    public bool Has(FieldLabel label) => printed.Contains(label);

    /// <summary>Whether all words of a place are words of another field's printed name.</summary>
    public bool AreOfAnother(FieldLabel label, Place place) =>
        place.Words.Count > 0 && place.Words.All(word => owners.TryGetValue(word, out var owner) && !ReferenceEquals(owner, label));
}
