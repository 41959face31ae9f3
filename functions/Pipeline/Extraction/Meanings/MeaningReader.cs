using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Pipeline.Extraction.Meanings;

/// <summary>Reads the meaning of every scalar field of a schema.</summary>
internal static class MeaningReader
{
    private static readonly string[] StartWords = ["start", "from", "begin", "first"];
    private static readonly string[] EndWords = ["end", "to", "until", "last", "through"];
    private static readonly string[] Marks = ["selected", "unselected", "checked", "unchecked"];

    /// <summary>The scalar fields outside arrays, in the schema's order.</summary>
    public static IReadOnlyList<FieldMeaning> ReadScalars(ObjectSchema root)
    {
        var meanings = new List<FieldMeaning>();
        Collect(root, FieldPath.Root, [], meanings);
        return OptionNames.Shorten(meanings);
    }

    /// <summary>The scalar fields of an array's elements: the columns of a table.</summary>
    public static IReadOnlyList<FieldMeaning> ReadColumns(ObjectSchema items, FieldPath element)
    {
        var columns = new List<FieldMeaning>();
        foreach (var scalar in items.Properties.OfType<ScalarSchema>())
        {
            var concept = ConceptLexicon.FindColumn(FieldWords.Of(scalar, []).Own);
            columns.Add(Read(scalar, element.Property(scalar.Name), [], concept));
        }

        return columns;
    }

    /// <summary>The meaning of one leaf.</summary>
    public static FieldMeaning Read(ScalarSchema schema, FieldPath path, IReadOnlyList<string> parents, Concept? known = null)
    {
        var words = FieldWords.Of(schema, parents);
        var concept =
            known ?? ConceptLexicon.Find(words.Own.Count > 1 ? words.Own : words.WithParents) ?? ConceptLexicon.Find(words.WithParents);
        var (party, asked) =
            KindReader.IsAddressLine(words) ? (PartyRole.None, ValueKind.Text)
            : concept is null || concept.Kind is ValueKind.Phone or ValueKind.Email or ValueKind.Url or ValueKind.VatId
                ? PartyReader.Read(words)
            : (PartyRole.None, ValueKind.Text);
        var isMark = schema.Choices.Count > 0 && schema.Choices.All(c => Marks.Contains(c, StringComparer.OrdinalIgnoreCase));
        var certain = isMark ? ValueKind.Boolean : KindReader.Certain(schema);
        var range = RangeOf(words, certain, concept);
        var isPlace =
            asked
            is ValueKind.Address
                or ValueKind.Street
                or ValueKind.City
                or ValueKind.PostalCode
                or ValueKind.State
                or ValueKind.Country;
        var kind =
            certain
            ?? (party != PartyRole.None || (concept is null && isPlace) ? asked : concept?.Kind)
            ?? (range != RangeEnd.None ? ValueKind.Date : KindReader.FromWords(words, schema));
        return new FieldMeaning(path, schema, kind, LabelReader.Read(schema, words, concept, range))
        {
            Concept = concept,
            Party = party,
            Range = range,
            IsKindSoft = certain is null && schema.Type == ScalarType.Text && (concept is null || FieldWords.IsVerbatim(schema)),
            WantsIsoDate =
                schema.Format is "date" or "date-time"
                || (schema.Description?.Contains("YYYY-MM-DD", StringComparison.OrdinalIgnoreCase) ?? false),
            IsVerbatimLabel = FieldWords.IsVerbatim(schema),
        };
    }

    private static void Collect(ObjectSchema node, FieldPath path, IReadOnlyList<string> parents, List<FieldMeaning> meanings)
    {
        foreach (var property in node.Properties)
        {
            var at = path.Property(property.Name);
            if (property is ScalarSchema scalar)
            {
                meanings.Add(Read(scalar, at, parents));
            }
            else if (property is ObjectSchema inner)
            {
                Collect(inner, at, [.. parents, property.Name], meanings);
            }
        }
    }

    private static RangeEnd RangeOf(FieldWords words, ValueKind? certain, Concept? concept)
    {
        var mayBeDate = certain is null or ValueKind.Date && concept is null or { Kind: ValueKind.Date };
        var isAboutTime =
            certain == ValueKind.Date || words.Own.Concat(words.Description).Any(w => w is "date" or "day" or "period" or "flight");
        if (!mayBeDate || !isAboutTime || words.Own.Count < 2)
        {
            return RangeEnd.None;
        }

        return words.Own.Any(StartWords.Contains) ? RangeEnd.Start
            : words.Own.Any(EndWords.Contains) ? RangeEnd.End
            : RangeEnd.None;
    }
}
