using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Labels;

/// <summary>
/// Where the document says which label terms: as a word, abbreviated (Inv. for invoice), spelled out (Corporation for
/// corp) or in a compound (Rechnungsnummer). Costs the words of the document plus the terms, not their product.
/// </summary>
internal sealed class LabelVocabulary
{
    private const int MinAbbreviation = 3;
    private const int MinCompoundPart = 4;
    private const double AbbreviationQuality = 0.6;
    private const double CompoundQuality = 0.85;

    private readonly Dictionary<string, List<LabelOccurrence>> byTerm = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> byAbbreviation = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Term, double Quality)>> byToken = new(StringComparer.Ordinal);

    private LabelVocabulary(IEnumerable<FieldLabel> labels)
    {
        foreach (var term in labels.SelectMany(l => l.Terms).Select(t => t.Word).Distinct(StringComparer.Ordinal))
        {
            byTerm[term] = [];
            for (var length = MinAbbreviation; length < term.Length; length++)
            {
                var abbreviation = term[..length];
                if (!byAbbreviation.TryGetValue(abbreviation, out var terms))
                {
                    byAbbreviation[abbreviation] = terms = [];
                }

                terms.Add(term);
            }
        }
    }

    public static LabelVocabulary Build(DocumentIndex index, IEnumerable<FieldLabel> labels)
    {
        var vocabulary = new LabelVocabulary(labels);
        for (var word = 0; word < index.Words.Length; word++)
        {
            foreach (var token in TextFold.Words(index.Words[word].Source.Text))
            {
                vocabulary.Add(token, word);
            }
        }

        return vocabulary;
    }

    /// <summary>The document's words that say the term, in document order.</summary>
    public IReadOnlyList<LabelOccurrence> Occurrences(string term) => byTerm[term];

    private void Add(string token, int word)
    {
        if (char.IsDigit(token[0]) && !byTerm.ContainsKey(token))
        {
            return;
        }

        if (!byToken.TryGetValue(token, out var terms))
        {
            byToken[token] = terms = TermsOf(token);
        }

        foreach (var (term, quality) in terms)
        {
            byTerm[term].Add(new LabelOccurrence(word, quality));
        }
    }

    private List<(string Term, double Quality)> TermsOf(string token)
    {
        var terms = new Dictionary<string, double>(StringComparer.Ordinal);
        if (byTerm.ContainsKey(token))
        {
            terms[token] = 1;
        }

        foreach (var spelledOut in byAbbreviation.GetValueOrDefault(token) ?? [])
        {
            terms.TryAdd(spelledOut, AbbreviationQuality);
        }

        for (var length = MinCompoundPart; length < token.Length; length++)
        {
            AddPart(token[..length], terms);
            AddPart(token[^length..], terms);
        }

        return [.. terms.Select(t => (t.Key, t.Value))];
    }

    private void AddPart(string part, Dictionary<string, double> terms)
    {
        if (byTerm.ContainsKey(part))
        {
            terms.TryAdd(part, CompoundQuality);
        }
    }
}
