using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Grounding.Fields;

namespace GroundedDocs.Pipeline.Grounding.Labels;

/// <summary>The words by which a page may announce a field: of its name, its title, its description, and what its ancestors are called.</summary>
internal sealed class FieldLabel
{
    private const double NameWeight = 1;
    private const double DescriptionWeight = 0.6;
    private const double AncestorWeight = 0.5;
    private const double SynonymFactor = 0.85;
    private const int MaxTerms = 48;

    private FieldLabel(IReadOnlyList<LabelTerm> terms, int conceptCount)
    {
        Terms = terms;
        ConceptCount = conceptCount;
    }

    public IReadOnlyList<LabelTerm> Terms { get; }

    /// <summary>The words of the field's own name and title, without what stands for them.</summary>
    public IEnumerable<LabelTerm> NameTerms => Terms.Where(term => term.Weight >= NameWeight);

    public int ConceptCount { get; }

    /// <summary>The labels of all fields, one for all cells of a column.</summary>
    public static IReadOnlyList<FieldLabel> OfAll(IReadOnlyList<FieldTarget> fields)
    {
        var columns = new Dictionary<string, FieldLabel>(StringComparer.Ordinal);
        var labels = new FieldLabel[fields.Count];
        for (var i = 0; i < labels.Length; i++)
        {
            var column = fields[i].Path.Column;
            if (!columns.TryGetValue(column, out var label))
            {
                columns[column] = label = Of(fields[i]);
            }

            labels[i] = label;
        }

        return labels;
    }

    public static FieldLabel Of(FieldTarget field)
    {
        var builder = new Builder();
        // A field that is called by fillers alone, "to" or "full", has no other label.
        var name = field.Path.LastName;
        builder.Add(name, NameWeight, keepsFillers: TextFold.Words(name).All(LabelLexicon.IsFiller));
        builder.Add(field.Schema?.Title, NameWeight);
        builder.Add(field.Schema?.Description, DescriptionWeight);
        foreach (var ancestor in field.Ancestors)
        {
            builder.Add(ancestor.Name, AncestorWeight);
            builder.Add(ancestor.Title, AncestorWeight);
        }

        return new FieldLabel(builder.Terms, builder.ConceptCount);
    }

    private sealed class Builder
    {
        private readonly HashSet<string> seen = new(StringComparer.Ordinal);

        public List<LabelTerm> Terms { get; } = [];

        public int ConceptCount { get; private set; }

        public void Add(string? text, double weight, bool keepsFillers = false)
        {
            foreach (var word in TextFold.Words(text ?? ""))
            {
                if (Terms.Count >= MaxTerms || (LabelLexicon.IsFiller(word) && !keepsFillers) || !seen.Add(word))
                {
                    continue;
                }

                Terms.Add(new LabelTerm(word, weight, ConceptCount));
                foreach (var synonym in LabelLexicon.SynonymsOf(word))
                {
                    if (seen.Add(synonym))
                    {
                        Terms.Add(new LabelTerm(synonym, weight * SynonymFactor, ConceptCount));
                    }
                }

                ConceptCount++;
            }
        }
    }
}
