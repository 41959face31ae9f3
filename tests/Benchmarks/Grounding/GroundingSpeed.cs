using BenchmarkDotNet.Attributes;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Groundtruth.Pages;
using GroundedDocs.Groundtruth.Tables;
using GroundedDocs.Pipeline.Grounding;

namespace GroundedDocs.Benchmarks.Grounding;

/// <summary>Time and allocations of grounding, beside a naive matcher on the same page.</summary>
[MemoryDiagnoser]
public class GroundingSpeed
{
    private static readonly Provenance Truth = new("truth", "1", "");
    private const int TableWords = 3000;
    private readonly Grounder grounder = new();
    private DocumentLayout page = new([]);
    private DocumentSchema pageSchema = null!;
    private Prediction pageValues = null!;
    private DocumentLayout widePage = new([]);
    private DocumentSchema tableSchema = null!;
    private DocumentLayout tableAndText = new([]);
    private Prediction tableValues = null!;

    [GlobalSetup]
    public void Setup()
    {
        var dense = DensePage.Make(seed: 1, wordCount: 1000, fieldCount: 100);
        page = dense.Layout;
        widePage = DensePage.Make(seed: 1, wordCount: 4000, fieldCount: 0).Layout;
        pageSchema = SchemaParser.Parse(dense.SchemaJson).Value;
        pageValues = new Prediction([.. dense.Values.Select(v => v.Field)], Truth);
        var table = RepeatedTable.Make(seed: 1, rowCount: 500, distinctAmounts: 100, pageCount: 8);
        tableAndText = WithText(table.Layout, TableWords);
        tableSchema = SchemaParser.Parse(RepeatedTable.SchemaJson).Value;
        tableValues = new Prediction(table.Predictions(), Truth);
    }

    /// <summary>1,000 words, 100 fields.</summary>
    [Benchmark(Baseline = true)]
    public object Page() => grounder.Ground(page, pageSchema, pageValues);

    /// <summary>Four times the words, the same fields: how the cost grows.</summary>
    [Benchmark]
    public object FourTimesTheWords() => grounder.Ground(widePage, pageSchema, pageValues);

    /// <summary>3,000 words and 2,000 cells: a table of 500 rows over 8 pages, and a page of text.</summary>
    [Benchmark]
    public object ThreeThousandWordsTwoThousandCells() => grounder.Ground(tableAndText, tableSchema, tableValues);

    /// <summary>Sliding windows and Levenshtein on the 1,000 words and 100 fields.</summary>
    [Benchmark]
    public object Naive() => NaiveMatcher.Match(page.Pages[0].Words, pageValues.Fields);

    // A last page with the words that are missing to the count.
    private static DocumentLayout WithText(DocumentLayout layout, int wordCount)
    {
        var missing = wordCount - layout.Pages.Sum(p => p.Words.Count);
        var text = DensePage.Make(seed: 2, wordCount: missing, fieldCount: 0).Layout.Pages[0];
        return new DocumentLayout([.. layout.Pages, text with { PageNumber = layout.Pages.Count + 1 }]);
    }
}
