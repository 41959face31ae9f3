using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Grounding.Assignment;
using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Fields;
using GroundedDocs.Pipeline.Grounding.Indexing;
using GroundedDocs.Pipeline.Grounding.Labels;

namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>Computes the features of a field that was given a place.</summary>
internal sealed class FeatureExtractor
{
    private readonly DocumentIndex index;
    private readonly PageReading[] pages;
    private readonly Rivals rivals;
    private readonly LabelVocabulary vocabulary;
    private readonly LabelWords labelWords;
    private readonly Surroundings surroundings;
    private readonly Sums sums;
    private readonly TableEvidence tables;
    private readonly TakenPlaces taken;
    private readonly Dictionary<FieldLabel, double> printedShares;
    private readonly double probabilitySum;
    private readonly int probabilityCount;

    public FeatureExtractor(
        DocumentIndex index,
        TypedIndex typed,
        Rivals rivals,
        LabelVocabulary vocabulary,
        IReadOnlyList<FieldLabel> labels,
        IReadOnlyList<Placement> placements
    )
    {
        this.index = index;
        this.rivals = rivals;
        this.vocabulary = vocabulary;
        pages = PageReading.OfAll(index);
        labelWords = new LabelWords(index, vocabulary, labels);
        surroundings = new Surroundings(index, labelWords);
        sums = new Sums(placements, typed);
        tables = new TableEvidence(index, typed, placements);
        taken = new TakenPlaces(placements);
        // All cells of a column have one label.
        printedShares = labels.Distinct().ToDictionary(label => label, PrintedShare);
        var known = placements.Select(p => p.Field.Prediction?.Probability).OfType<double>().ToList();
        (probabilitySum, probabilityCount) = (known.Sum(), known.Count);
    }

    public ConfidenceFeatures Of(Placement placement, FieldLabel label, FieldCandidate chosen)
    {
        var value = placement.Value;
        var features = new ConfidenceFeatures { HasSupport = placement.Field.Prediction?.Support is not null };
        AddMatch(features, placement, chosen);
        AddExtractor(features, placement.Field);
        AddLabel(features, placement.Field, label, value, chosen);
        AddShape(features, placement.Field, value, chosen);
        AddPlace(features, chosen);
        AddTable(features, placement.Field, value, chosen);
        return features;
    }

    private void AddMatch(ConfidenceFeatures features, Placement placement, FieldCandidate chosen)
    {
        var page = pages[chosen.Candidate.PageIndex];
        features[ConfidenceFeature.Tier] = StrengthOf(chosen.Candidate.Tier);
        features[ConfidenceFeature.Fit] = chosen.Candidate.Fit;
        features[ConfidenceFeature.Margin] = placement.Margin;
        features[ConfidenceFeature.Alone] = 1.0 / Math.Max(1, placement.Candidates.Count);
        features[ConfidenceFeature.Reader] = ReaderConfidence(chosen);
        features[ConfidenceFeature.WeakestCharacter] = WeakestCharacter(chosen.Candidate.Place);
        features[ConfidenceFeature.Garbled] = GarbledShare(chosen.Candidate.Place);
        features[ConfidenceFeature.PageQuality] = page.Quality;
        features[ConfidenceFeature.Digital] = page.DigitalShare;
    }

    private void AddExtractor(ConfidenceFeatures features, FieldTarget field)
    {
        var own = field.Prediction?.Probability;
        var others = probabilityCount - (own is null ? 0 : 1);
        features[ConfidenceFeature.Probability] = own ?? ConfidenceFeatures.Unknown;
        features[ConfidenceFeature.OthersProbability] = others > 0 ? (probabilitySum - (own ?? 0)) / others : ConfidenceFeatures.Unknown;
        if (field.Prediction?.Support is { } support)
        {
            AddGrounds(features, support);
        }
    }

    private static void AddGrounds(ConfidenceFeatures features, ValueSupport support)
    {
        features[ConfidenceFeature.GroundsLabel] = support.Label;
        features[ConfidenceFeature.GroundsPlace] = support.Place;
        features[ConfidenceFeature.GroundsFit] = support.Fit;
        features[ConfidenceFeature.GroundsMargin] = support.Margin;
        features[ConfidenceFeature.GroundsRivals] = support.Rivals;
        features[ConfidenceFeature.GroundsRepeats] = support.Repeats;
        features[ConfidenceFeature.GroundsArithmetic] = support.Arithmetic;
        features[ConfidenceFeature.ByLabel] = support.Source is SupportSource.Label or SupportSource.FormField or SupportSource.CheckBox
            ? 1
            : 0;
        features[ConfidenceFeature.ByParty] = support.Source is SupportSource.Party or SupportSource.LabelledParty ? 1 : 0;
        features[ConfidenceFeature.ByShape] = support.Source is SupportSource.Shape ? 1 : 0;
        features[ConfidenceFeature.BySentence] = support.Source is SupportSource.Sentence ? 1 : 0;
    }

    private void AddLabel(ConfidenceFeatures features, FieldTarget field, FieldLabel label, ValuePattern value, FieldCandidate chosen)
    {
        var (own, contested) = labelWords.Judge(label, chosen.Candidate.Place);
        features[ConfidenceFeature.Label] = chosen.Label;
        features[ConfidenceFeature.LabelShare] = own;
        features[ConfidenceFeature.Contested] = contested;
        features[ConfidenceFeature.NamePrinted] = printedShares[label];
        features[ConfidenceFeature.Standing] = field.IsCell ? ConfidenceFeatures.Unknown : rivals.Standing(label, value, chosen);
        features[ConfidenceFeature.SaysLabel] = LabelShare(chosen.Candidate.Place);
    }

    private void AddShape(ConfidenceFeatures features, FieldTarget field, ValuePattern value, FieldCandidate chosen)
    {
        var shape = ValueShape.Of(value, LineCount(chosen.Candidate.Place));
        features[ConfidenceFeature.KindFits] = ExpectedKind.Fits(field, value);
        features[ConfidenceFeature.TypeFits] = TypeFits(field) ? 1 : 0;
        features[ConfidenceFeature.IsDate] = shape.IsDate ? 1 : 0;
        features[ConfidenceFeature.IsNumber] = shape.IsNumber ? 1 : 0;
        features[ConfidenceFeature.IsCode] = shape.IsCode ? 1 : 0;
        features[ConfidenceFeature.IsChecked] = shape.IsChecked ? 1 : 0;
        features[ConfidenceFeature.Length] = shape.Length;
        features[ConfidenceFeature.Lines] = shape.Lines;
        features[ConfidenceFeature.SumAgrees] = field.IsCell ? ConfidenceFeatures.Unknown : sums.Confirm(field, value);
    }

    private void AddPlace(ConfidenceFeatures features, FieldCandidate chosen)
    {
        var place = chosen.Candidate.Place;
        features[ConfidenceFeature.OpenLeft] = surroundings.IsOpenLeft(place) ? 1 : 0;
        features[ConfidenceFeature.OpenRight] = surroundings.IsOpenRight(place) ? 1 : 0;
        features[ConfidenceFeature.OpenBelow] = surroundings.IsOpenBelow(place) ? 1 : 0;
        features[ConfidenceFeature.Crowded] = taken.Crowding(place);
        features[ConfidenceFeature.Top] = chosen.Candidate.Box.CenterY;
        features[ConfidenceFeature.Early] = 1.0 / (1 + chosen.Candidate.PageIndex);
    }

    private void AddTable(ConfidenceFeatures features, FieldTarget field, ValuePattern value, FieldCandidate chosen)
    {
        features[ConfidenceFeature.IsCell] = field.IsCell ? 1 : 0;
        features[ConfidenceFeature.Alignment] = field.IsCell ? tables.Alignment(field, chosen) : ConfidenceFeatures.Unknown;
        features[ConfidenceFeature.ColumnKind] = field.IsCell ? tables.SameKind(field, value) : ConfidenceFeatures.Unknown;
        features[ConfidenceFeature.RowComplete] = field.IsCell ? tables.Completeness(field) : ConfidenceFeatures.Unknown;
        features[ConfidenceFeature.RowAgrees] = field.IsCell ? tables.Product(field, value) : ConfidenceFeatures.Unknown;
    }

    private static double StrengthOf(MatchTier tier) =>
        tier switch
        {
            MatchTier.Exact => 1,
            MatchTier.Squeezed => 0.9,
            MatchTier.Typed => 0.8,
            MatchTier.SubWord => 0.6,
            MatchTier.Scattered => 0.4,
            _ => 0.2,
        };

    private double ReaderConfidence(FieldCandidate chosen)
    {
        var place = chosen.Candidate.Place;
        var lowest = place.CheckBox >= 0 ? index.CheckBoxes[place.CheckBox].Source.Confidence : 1;
        foreach (var word in place.Words)
        {
            lowest = Math.Min(lowest, index.Words[word].Source.Confidence);
        }

        return double.IsFinite(lowest) ? lowest : 0;
    }

    private double WeakestCharacter(Place place)
    {
        var lowest = 1.0;
        foreach (var word in place.Words.Select(word => index.Words[word].Source))
        {
            lowest = Math.Min(lowest, word.CharacterConfidences is { Count: > 0 } characters ? characters.Min() : word.Confidence);
        }

        return double.IsFinite(lowest) ? lowest : 0;
    }

    // Digits among letters and capitals after small letters are what misread words look like.
    private double GarbledShare(Place place) =>
        place.Words.Count == 0 ? 0 : place.Words.Count(word => IsGarbled(index.Words[word].Source.Text)) / (double)place.Words.Count;

    private static bool IsGarbled(string text)
    {
        var turns = 0;
        for (var i = 1; i < text.Length; i++)
        {
            var (before, after) = (text[i - 1], text[i]);
            turns += char.IsLower(before) && char.IsUpper(after) ? 1 : 0;
            turns += char.IsLetter(before) && char.IsDigit(after) ? 1 : 0;
            turns += i > 1 && char.IsUpper(before) && char.IsUpper(text[i - 2]) && char.IsLower(after) ? 1 : 0;
        }

        return turns > 0 && text.Any(char.IsLetter);
    }

    // Of the words of the field's own name, by the weight they have in it.
    private double PrintedShare(FieldLabel label)
    {
        var printed = label
            .Terms.GroupBy(term => term.Concept)
            .Select(concept => (Weight: concept.Max(t => t.Weight), IsPrinted: concept.Any(t => vocabulary.Occurrences(t.Word).Count > 0)))
            .ToList();
        var all = printed.Sum(p => p.Weight);
        return all > 0 ? printed.Where(p => p.IsPrinted).Sum(p => p.Weight) / all : ConfidenceFeatures.Unknown;
    }

    private double LabelShare(Place place) =>
        place.Words.Count == 0 ? 0 : place.Words.Count(labelWords.IsLabel) / (double)place.Words.Count;

    private int LineCount(Place place) => Math.Max(1, place.Words.Select(word => index.Words[word].Row).Distinct().Count());

    private static bool TypeFits(FieldTarget field)
    {
        var text = field.Value.Text;
        return field.Schema?.Format switch
        {
            "date" => DateReader.Read(text) is not null,
            "email" => text.Contains('@', StringComparison.Ordinal),
            _ => IdentifierReader.LooksLikeIban(text) is null || IdentifierReader.Iban(text) is not null,
        };
    }

    /// <summary>How a page was read.</summary>
    private readonly record struct PageReading(double Quality, double DigitalShare)
    {
        public static PageReading[] OfAll(DocumentIndex index)
        {
            var (sums, digital, counts) = (new double[index.PageCount], new int[index.PageCount], new int[index.PageCount]);
            foreach (var word in index.Words)
            {
                sums[word.PageIndex] += double.IsFinite(word.Source.Confidence) ? Math.Clamp(word.Source.Confidence, 0, 1) : 0;
                digital[word.PageIndex] += word.Source.Source is WordSource.TextLayer or WordSource.FormField ? 1 : 0;
                counts[word.PageIndex]++;
            }

            return
            [
                .. counts.Select(
                    (count, i) => count > 0 ? new PageReading(sums[i] / count, (double)digital[i] / count) : new PageReading(1, 0)
                ),
            ];
        }
    }
}
