using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Text;
using GroundedDocs.Documents.Values;
using GroundedDocs.Pipeline.Extraction.Candidates;
using GroundedDocs.Pipeline.Extraction.Forms;
using GroundedDocs.Pipeline.Extraction.Labels;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Parties;
using GroundedDocs.Pipeline.Extraction.Prose;
using GroundedDocs.Pipeline.Extraction.Sheets;
using GroundedDocs.Pipeline.Extraction.Tables;
using GroundedDocs.Pipeline.Extraction.Values;

namespace GroundedDocs.Pipeline.Extraction;

/// <summary>One reading of a few pages for one schema: the whole way from words to fields.</summary>
internal sealed class DocumentReading(IReadOnlyList<PageLayout> pages, DocumentSchema schema, CancellationToken cancellationToken)
{
    private const double MinScore = 0.45;
    private readonly DocumentLocale locale = DocumentLocale.Infer(new DocumentLayout(pages));

    /// <summary>All fields that the pages give a value for.</summary>
    public IReadOnlyList<PredictedField> Read()
    {
        var sheets = pages
            .Select(SheetBuilder.Build)
            .Where(s => s.Rows.Count > 0)
            .Select(s => (Sheet: s, Finder: new LabelFinder(s)))
            .ToList();
        if (sheets.Count == 0)
        {
            return [];
        }

        var fields = MeaningReader.ReadScalars(schema.Root);
        var hits = FindLabels(sheets, fields, out var labels);
        var prose = new ProseText(pages);
        return [.. Scalars(sheets, fields, hits, labels, new ContractReader(prose)), .. Arrays(sheets, labels, prose)];
    }

    private IEnumerable<PredictedField> Scalars(
        List<(Sheet Sheet, LabelFinder Finder)> sheets,
        IReadOnlyList<FieldMeaning> fields,
        List<(FieldMeaning Field, LabelHit Hit)> hits,
        LabelMap labels,
        ContractReader contract
    )
    {
        var blocks = PartyFinder.Find(sheets, labels);
        var parties = new PartyCandidates(blocks, sheets[0].Sheet, labels);
        var unlabelled = new UnlabelledCandidates([.. sheets.Select(s => s.Sheet)], blocks, locale);
        var beside = new LabelledCandidates(labels);
        var labelled = hits.SelectMany(h =>
                beside.Find(h.Field, h.Hit).Concat(CheckBoxCandidates.Find(h.Field, h.Hit)).Concat(FilledInCandidates.Find(h.Field, h.Hit))
            )
            .Where(c => !ContractReader.IsClause(c))
            .Select(unlabelled.Weigh);
        var arithmetic = new TotalsArithmetic(new PrintedAmounts(sheets.Select(s => s.Sheet), locale));
        var candidates = arithmetic
            .Weigh(TotalChoice.Prefer(labelled, locale))
            .Concat(fields.SelectMany(f => parties.Find(f).Concat(unlabelled.Find(f)).Concat(contract.Find(f))))
            .ToList();
        var chosen = Assignment.Solve(fields, candidates, MinScore);
        var supports = new SupportOfScalars(candidates);
        return fields.Where(chosen.ContainsKey).Select(f => Predict(chosen[f], supports.Of(chosen[f]))).OfType<PredictedField>();
    }

    private IEnumerable<PredictedField> Arrays(List<(Sheet Sheet, LabelFinder Finder)> sheets, LabelMap labels, ProseText prose)
    {
        var tables = new TableReader(sheets, locale);
        var lists = new ListReader(sheets, labels, new PartyIntroduction(prose), locale);
        return ArraySchemas
            .Of(schema.Root)
            .SelectMany(array =>
                array.Items switch
                {
                    ObjectSchema pairs when FormReader.Fits(pairs) => FormReader.Read(sheets.Select(s => s.Sheet), array.Path),
                    ObjectSchema rows => tables.Read(rows, array.Path),
                    ScalarSchema items => lists.Read(array.Path, items),
                    _ => [],
                }
            );
    }

    private List<(FieldMeaning Field, LabelHit Hit)> FindLabels(
        List<(Sheet Sheet, LabelFinder Finder)> sheets,
        IReadOnlyList<FieldMeaning> fields,
        out LabelMap labels
    )
    {
        var hits = new List<(FieldMeaning, LabelHit)>();
        labels = new LabelMap();
        foreach (var (sheet, finder) in sheets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            labels.AddCommon(sheet, finder);
            foreach (var field in fields)
            {
                var found = field.Labels.SelectMany(l => finder.Find(l, field.Concept?.Avoid ?? []));
                hits.AddRange(found.Concat(SectionLabels.Find(field, sheet, finder)).Select(h => (field, h)));
            }
        }

        labels.Add(hits.Select(h => h.Item2));
        return hits;
    }

    private PredictedField? Predict(Candidate candidate, ValueSupport support)
    {
        var value = candidate.Reading.IsPresence
            ? ScalarValue.FromBoolean(true)
            : SchemaValue.From(candidate.Field, candidate.Reading.Value ?? candidate.Reading.Printed, locale);
        return value.IsNull
            ? null
            : new PredictedField(candidate.Field.Path, value)
            {
                PrintedText = candidate.Reading.Printed,
                PageNumber = candidate.Reading.Run.PageNumber,
                RoughBox = candidate.Reading.Run.Box,
                Probability = SupportJudge.Probability(support),
                Support = support,
            };
    }
}
