using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Text;
using GroundedDocs.Documents.Values;
using GroundedDocs.Pipeline.Extraction.Candidates;
using GroundedDocs.Pipeline.Extraction.Labels;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Sheets;
using GroundedDocs.Pipeline.Extraction.Values;

namespace GroundedDocs.Pipeline.Extraction.Prose;

/// <summary>Reads arrays of scalars: the parties of an agreement, or what stands beside a label, separated by commas.</summary>
internal sealed class ListReader(
    IReadOnlyList<(Sheet Sheet, LabelFinder Finder)> sheets,
    LabelMap labels,
    PartyIntroduction introduction,
    DocumentLocale locale
)
{
    private const int MaxLines = 6;
    private static readonly string[] PartyNames = ["party", "parties", "signatory", "signatories"];

    /// <summary>The elements of one array.</summary>
    public IEnumerable<PredictedField> Read(FieldPath array, ScalarSchema items)
    {
        var named = items with { Name = array.LastName };
        var field = MeaningReader.Read(named, array.Element(0), []);
        var areParties = LabelText.Pieces(array.LastName).Any(PartyNames.Contains);
        var readings = areParties ? introduction.Find() : Labelled(field);
        var source = areParties ? SupportSource.Sentence : SupportSource.Label;
        return readings
            .Select(r => (Reading: r, Value: SchemaValue.From(field, r.Printed, locale)))
            .Where(r => !r.Value.IsNull)
            .Select((r, index) => Predict(array.Element(index), field, r.Value, r.Reading, source));
    }

    private static PredictedField Predict(FieldPath element, FieldMeaning field, ScalarValue value, Reading reading, SupportSource source)
    {
        var support = new ValueSupport(source) { Score = reading.Fit, Margin = 0.5 }.WithShape(field, reading);
        return new PredictedField(element, value)
        {
            PrintedText = reading.Printed,
            PageNumber = reading.Run.PageNumber,
            RoughBox = reading.Run.Box,
            Probability = SupportJudge.Probability(support),
            Support = support,
        };
    }

    private List<Reading> Labelled(FieldMeaning field)
    {
        var neighbourhood = new Neighbourhood(labels);
        var hit = sheets.SelectMany(s => field.Labels.SelectMany(l => s.Finder.Find(l, []))).MaxBy(h => h.Score);
        var run = hit is null ? null : neighbourhood.Right(hit, acrossColumns: false) ?? neighbourhood.Below(hit, MaxLines);
        return run is null ? [] : Split(run);
    }

    private static List<Reading> Split(Run run)
    {
        var parts = new List<Reading>();
        var current = new List<Token>();
        foreach (var token in run.Tokens)
        {
            current.Add(token);
            if (token.Text.EndsWith(',') || token.Text.EndsWith(';') || !token.IsText)
            {
                Add(parts, current);
                current = [];
            }
        }

        Add(parts, current);
        return parts;
    }

    private static void Add(List<Reading> parts, List<Token> tokens)
    {
        if (tokens.Count > 0 && TypedReader.Whole(new Run(tokens), 1) is { } reading)
        {
            parts.Add(reading);
        }
    }
}
