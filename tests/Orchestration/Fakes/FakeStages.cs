using System.Globalization;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Values;
using GroundedDocs.Orchestration;
using GroundedDocs.Pipeline.Assembly;
using GroundedDocs.Pipeline.Extraction;
using GroundedDocs.Pipeline.Grounding;
using GroundedDocs.Pipeline.Pages;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.Tests.Orchestration.Fakes;

/// <summary>
/// Stages that take no time: the file's first line says how many pages there are, each page holds one word, and the result is a
/// list of all words in page order, so that a lost, doubled or misplaced page shows.
/// </summary>
public sealed class FakeStages : IDocumentSplitter, IPageReader, IDocumentClassifier, IExtractor, IPredictionMerger, IGrounder
{
    public const string SchemaJson =
        """{"type":"object","properties":{"words":{"type":"array","items":{"type":"object","properties":{"text":{"type":"string"}}}}}}""";

    /// <summary>Called before every stage with its name and page; a failure makes the stage fail, an exception crashes it.</summary>
    public Func<string, int, CancellationToken, Task<Failure?>> Before { get; init; } = (_, _, _) => Task.FromResult<Failure?>(null);

    public int MaxWindowPages { get; init; } = 1;

    public Stages Stages => new(this, this, this, this, this, this, [Domain]);

    public static Domain Domain { get; } = new("document.words", "Words.", "1.0.0", SchemaParser.Parse(SchemaJson).Value);

    public async Task<Result<int>> SplitAsync(
        SourceDocument source,
        PageSelection selection,
        Func<SplitPage, CancellationToken, Task> onPage,
        CancellationToken cancellationToken
    )
    {
        var pageCount = int.Parse(File.ReadLines(source.LocalPath).First(), CultureInfo.InvariantCulture);
        if (await Before("split", pageCount, cancellationToken) is { } failure)
        {
            return failure;
        }

        for (var page = 1; page <= pageCount; page++)
        {
            if (selection.Contains(page))
            {
                await onPage(
                    new SplitPage(page, new PageImage(page, new PixelSize(10, 10), 72, new byte[] { 1 }), TextLayer.Empty),
                    cancellationToken
                );
            }
        }

        return pageCount;
    }

    public Task<Result<PageImage>> RenderRegionAsync(
        SourceDocument source,
        PageRegion region,
        double scale,
        CancellationToken cancellationToken
    ) => Task.FromResult<Result<PageImage>>(new Failure("none", "No regions here."));

    public async Task<Result<PageLayout>> ReadAsync(PageImage image, TextLayer textLayer, CancellationToken cancellationToken)
    {
        if (await Before("read", image.PageNumber, cancellationToken) is { } failure)
        {
            return failure;
        }

        var word = new Word($"word{image.PageNumber}", BoxOf(image.PageNumber), 1, WordSource.Recognition);
        return new PageLayout(image.PageNumber, image.Size, [word], [new Line(0, 1, word.Box)], [new Block(0, 1, word.Box)], []);
    }

    public Domain Classify(DocumentLayout layout, IReadOnlyList<Domain> domains) => domains[0];

    public async Task<Result<Prediction>> ExtractAsync(ExtractionWindow window, DocumentSchema schema, CancellationToken cancellationToken)
    {
        var failure = await Before("extract", window.Pages[0].PageNumber, cancellationToken);
        return failure is null ? PredictionOf(window.Pages.SelectMany(page => page.Words), schema.Hash) : failure;
    }

    public Prediction Merge(IReadOnlyList<WindowPrediction> windows, DocumentSchema schema, DocumentLayout layout) =>
        PredictionOf(
            windows.SelectMany(window => window.Prediction.Fields).Select(field => new Word(field.Value.Text, default, 1, default)),
            schema.Hash
        );

    public GroundingOutcome Ground(DocumentLayout layout, DocumentSchema schema, Prediction prediction)
    {
        var pageOf = layout.Pages.Where(page => page.Words.Count > 0).ToDictionary(page => page.Words[0].Text, page => page.PageNumber);
        var fields = prediction.Fields.Select(field =>
        {
            var region = new PageRegion(pageOf[field.Value.Text], BoxOf(pageOf[field.Value.Text]));
            return new GroundedField(
                field.Path,
                field.Value,
                GroundingStatus.Exact,
                ConfidenceBand.High,
                1,
                [new GroundedBox(region, field.Value.Text, 1)]
            );
        });
        return new GroundingOutcome(new GroundedDocument([.. fields], prediction.Provenance), []);
    }

    private static BoundingBox BoxOf(int page) => new(0.1, 0.0001 * page, 0.2, 0.01);

    private static Prediction PredictionOf(IEnumerable<Word> words, string schemaHash) =>
        new(
            [
                .. words.Select(
                    (word, index) => new PredictedField(FieldPath.Parse($"words[{index}].text"), ScalarValue.FromText(word.Text))
                ),
            ],
            new Provenance("fake", "1", schemaHash)
        );
}
