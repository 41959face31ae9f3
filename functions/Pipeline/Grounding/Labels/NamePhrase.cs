using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Labels;

/// <summary>The words of one printed segment that say words of a field's name.</summary>
/// <param name="Segment">The segment's index.</param>
/// <param name="Words">The words, each with the word of the name it says, and how well.</param>
internal sealed record NamePhrase(int Segment, IReadOnlyList<(int Word, int Concept, double Quality)> Words)
{
    /// <summary>The phrases that say any of the words of a name, in the order of the name's words.</summary>
    public static IEnumerable<NamePhrase> Of(IEnumerable<LabelTerm> name, DocumentIndex index, LabelVocabulary vocabulary) =>
        name.SelectMany(term => vocabulary.Occurrences(term.Word).Select(found => (found.Word, term.Concept, found.Quality)))
            .GroupBy(found => index.Words[found.Word].Segment)
            .Select(phrase => new NamePhrase(phrase.Key, [.. phrase]));

    /// <summary>How many words of the name it says.</summary>
    public int Concepts => Words.DistinctBy(found => found.Concept).Count();
}
