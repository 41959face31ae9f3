using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Labels;

/// <summary>
/// Where the document says which label terms: as a word, abbreviated (Inv. for invoice), spelled out (Corporation for
/// corp), in a compound (Rechnungsnummer), or misread in one letter. Costs the words of the document plus the terms, not their product.
/// </summary>
internal sealed class LabelVocabulary
{
    private const int MinAbbreviation = 3;
    private const int MinCompoundPart = 4;

    // Words end on other words by chance, as female does on male.
    private const int MinCompoundHead = 3;
    private const double AbbreviationQuality = 0.6;
    private const double CompoundQuality = 0.85;
    private const double MisreadQuality = 0.7;

    private readonly Dictionary<string, List<LabelOccurrence>> byTerm = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> byAbbreviation = new(StringComparer.Ordinal);

    // Text layers are not misread: most documents never ask.
    private readonly Lazy<MisreadTerms> misread;
    private readonly Dictionary<(string Token, bool IsRecognized), List<(string Term, double Quality)>> byToken = [];

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

        misread = new Lazy<MisreadTerms>(() => new MisreadTerms(byTerm.Keys));
    }

    public static LabelVocabulary Build(DocumentIndex index, IEnumerable<FieldLabel> labels)
    {
        var vocabulary = new LabelVocabulary(labels);
        for (var word = 0; word < index.Words.Length; word++)
        {
            var source = index.Words[word].Source;
            foreach (var token in TextFold.Words(source.Text))
            {
                vocabulary.Add(token, source.Source == WordSource.Recognition, word);
            }
        }

        return vocabulary;
    }

    /// <summary>The document's words that say the term, in document order.</summary>
    public IReadOnlyList<LabelOccurrence> Occurrences(string term) => byTerm[term];

    private void Add(string token, bool isRecognized, int word)
    {
        if (char.IsDigit(token[0]) && !byTerm.ContainsKey(token))
        {
            return;
        }

        if (!byToken.TryGetValue((token, isRecognized), out var terms))
        {
            byToken[(token, isRecognized)] = terms = TermsOf(token, isRecognized);
        }

        foreach (var (term, quality) in terms)
        {
            byTerm[term].Add(new LabelOccurrence(word, quality));
        }
    }

    private List<(string Term, double Quality)> TermsOf(string token, bool isRecognized)
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
            if (token.Length - length >= MinCompoundHead)
            {
                AddPart(token[^length..], terms);
            }
        }

        foreach (var term in isRecognized ? misread.Value.Like(token) : [])
        {
            terms.TryAdd(term, MisreadQuality);
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
