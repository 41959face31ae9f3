using System.Collections.Concurrent;
using System.Globalization;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Orchestration;
using GroundedDocs.Pipeline.Assembly;
using GroundedDocs.Pipeline.Extraction;
using GroundedDocs.Pipeline.Grounding;
using GroundedDocs.Pipeline.Pages;
using GroundedDocs.Pipeline.Reading;
using SkiaSharp;

namespace GroundedDocs.Tests.Browser;

/// <summary>
/// Stages for <see cref="Paper"/>, instant and without chance; every other document goes through the real ones. A paper's pages are
/// told apart from real ones by their resolution, its layouts by a schema of their own.
/// </summary>
internal sealed class PaperStages(Stages real)
    : IDocumentSplitter,
        IPageReader,
        IDocumentClassifier,
        IExtractor,
        IPredictionMerger,
        IGrounder
{
    public const string DomainName = "document.paper";

    private const double PaperDpi = 1;

    private const string SchemaJson = """
        {"type":"object","properties":{
          "title":{"type":["string","null"]},"amount":{"type":["number","null"]},"remark":{"type":["string","null"]},
          "seal":{"type":["string","null"]},"missing":{"type":["string","null"]},
          "lines":{"type":"array","items":{"type":"object","properties":{"text":{"type":"string"},"number":{"type":"number"}}}}}}
        """;

    private readonly ConcurrentDictionary<string, Paper> papers = new(StringComparer.Ordinal);

    public static PixelSize PageSize { get; } = new(850, 1100);

    public int MaxWindowPages => real.Extractor.MaxWindowPages;

    public Stages Stages => new(this, this, this, this, this, this, [.. real.Domains, Domain]);

    public static Domain Domain { get; } = new(DomainName, "Made for tests.", "1.0.0", SchemaParser.Parse(SchemaJson).Value);

    public async Task<Result<int>> SplitAsync(
        SourceDocument source,
        PageSelection selection,
        Func<SplitPage, CancellationToken, Task> onPage,
        CancellationToken cancellationToken
    )
    {
        if (Paper.Read(source.LocalPath) is not { } paper)
        {
            return await real.Splitter.SplitAsync(source, selection, onPage, cancellationToken);
        }

        if (paper.Fails == "split")
        {
            return new Failure("file.broken", "The file breaks off in the middle; export it again and upload the new file.");
        }

        for (var page = 1; page <= paper.Pages; page++)
        {
            var key = page.ToString(CultureInfo.InvariantCulture) + "|" + paper;
            papers[key] = paper;
            var layer = new TextLayer([new Word(key, BoundingBox.WholePage, 1, WordSource.TextLayer)], []);
            await onPage(new SplitPage(page, new PageImage(page, PageSize, PaperDpi, Draw(paper, page)), layer), cancellationToken);
        }

        return paper.Pages;
    }

    public Task<Result<PageImage>> RenderRegionAsync(
        SourceDocument source,
        PageRegion region,
        double scale,
        CancellationToken cancellationToken
    ) => real.Splitter.RenderRegionAsync(source, region, scale, cancellationToken);

    public Task<Result<PageLayout>> ReadAsync(PageImage image, TextLayer textLayer, CancellationToken cancellationToken)
    {
        if (image.Dpi != PaperDpi)
        {
            return real.Reader.ReadAsync(image, textLayer, cancellationToken);
        }

        var paper = papers[textLayer.Words[0].Text];
        Result<PageLayout> read =
            paper.Fails == $"read {image.PageNumber}"
                ? new Failure("page.blank", "The scanner left this page black.")
                : paper.LayoutOf(image.PageNumber);
        return Task.FromResult(read);
    }

    public Domain Classify(DocumentLayout layout, IReadOnlyList<Domain> domains) =>
        IsPaper(layout) ? Domain : real.Classifier.Classify(layout, domains);

    public Task<Result<Prediction>> ExtractAsync(ExtractionWindow window, DocumentSchema schema, CancellationToken cancellationToken) =>
        schema.Hash == Domain.Schema.Hash
            ? Task.FromResult<Result<Prediction>>(new Prediction([], new Provenance("paper", "1", schema.Hash)))
            : real.Extractor.ExtractAsync(window, schema, cancellationToken);

    public Prediction Merge(IReadOnlyList<WindowPrediction> windows, DocumentSchema schema, DocumentLayout layout) =>
        schema.Hash == Domain.Schema.Hash ? windows[0].Prediction : real.Merger.Merge(windows, schema, layout);

    public GroundingOutcome Ground(DocumentLayout layout, DocumentSchema schema, Prediction prediction) =>
        schema.Hash == Domain.Schema.Hash
            ? new GroundingOutcome(new GroundedDocument([.. PaperFields.Of(layout)], prediction.Provenance), [])
            : real.Grounder.Ground(layout, schema, prediction);

    private static bool IsPaper(DocumentLayout layout) => layout.Pages.Any(page => page.Words.Any(word => word.Text == Paper.StrayText));

    /// <summary>The page's words as black bars, so that a picture shows where they are.</summary>
    public static byte[] Draw(Paper paper, int page)
    {
        using var bitmap = new SKBitmap(PageSize.Width, PageSize.Height);
        using var canvas = new SKCanvas(bitmap);
        using var ink = new SKPaint { Color = SKColors.Black };
        canvas.Clear(SKColors.White);
        foreach (var box in paper.LayoutOf(page).Words.Select(word => word.Box))
        {
            canvas.DrawRect(
                (float)(box.Left * PageSize.Width),
                (float)(box.Top * PageSize.Height),
                (float)(box.Width * PageSize.Width) - 4,
                (float)(box.Height * PageSize.Height),
                ink
            );
        }

        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 80);
        return jpeg.ToArray();
    }
}
