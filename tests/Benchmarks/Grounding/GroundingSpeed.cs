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
    private readonly Grounder grounder = new();
    private DocumentLayout page = new([]);
    private DocumentSchema pageSchema = null!;
    private Prediction pageValues = null!;
    private DocumentLayout widePage = new([]);
    private DocumentSchema tableSchema = null!;
    private RepeatedTable table = null!;
    private Prediction tableValues = null!;

    [GlobalSetup]
    public void Setup()
    {
        var dense = DensePage.Make(seed: 1, wordCount: 1000, fieldCount: 100);
        page = dense.Layout;
        widePage = DensePage.Make(seed: 1, wordCount: 4000, fieldCount: 0).Layout;
        pageSchema = SchemaParser.Parse(dense.SchemaJson).Value;
        pageValues = new Prediction([.. dense.Values.Select(v => v.Field)], Truth);
        table = RepeatedTable.Make(seed: 1, rowCount: 500, distinctAmounts: 100, pageCount: 8);
        tableSchema = SchemaParser.Parse(RepeatedTable.SchemaJson).Value;
        tableValues = new Prediction(table.Predictions(), Truth);
    }

    /// <summary>1,000 words, 100 fields.</summary>
    [Benchmark(Baseline = true)]
    public object Page() => grounder.Ground(page, pageSchema, pageValues);

    /// <summary>Four times the words, the same fields: how the cost grows.</summary>
    [Benchmark]
    public object FourTimesTheWords() => grounder.Ground(widePage, pageSchema, pageValues);

    /// <summary>A table of 2,000 cells in 500 rows over 8 pages.</summary>
    [Benchmark]
    public object Table() => grounder.Ground(table.Layout, tableSchema, tableValues);

    /// <summary>Sliding windows and Levenshtein on the 1,000 words and 100 fields.</summary>
    [Benchmark]
    public object Naive() => NaiveMatcher.Match(page.Pages[0].Words, pageValues.Fields);
}
