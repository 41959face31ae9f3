using System.Text.Json.Nodes;
using GroundedDocs.Adapters.Imaging;
using GroundedDocs.Adapters.Recognition;
using GroundedDocs.Adapters.Sandbox;
using GroundedDocs.App.Evaluation.Truth;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Pipeline.Pages;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.Benchmarks.Grounding;

/// <summary>Reads the documents of a data set with the product's own reader.</summary>
internal sealed class SetReader : IDisposable
{
    // A machine that is busy with other work is no reason to measure an empty document.
    private static readonly TimeSpan PatientTimeout = TimeSpan.FromMinutes(5);

    private readonly ReaderPool pool;
    private readonly PaddleTextRecognizer recognizer = new(new RecognitionOptions());
    private readonly SandboxedDocumentSplitter splitter;
    private readonly PageReader reader;
    private readonly string cacheFolder;

    public SetReader(string cacheFolder)
    {
        this.cacheFolder = Directory.CreateDirectory(cacheFolder).FullName;
        pool = new ReaderPool(
            new SandboxOptions
            {
                ExecutablePath = Environment.ProcessPath!,
                OpenTimeout = PatientTimeout,
                PageTimeout = PatientTimeout,
            },
            TimeProvider.System
        );
        splitter = new SandboxedDocumentSplitter(pool, PageLimits.Default);
        reader = new PageReader(new VipsPageDecoder(), recognizer);
    }

    /// <summary>The documents as we read them; what is not in the cache is read and added to it.</summary>
    public async Task<IReadOnlyList<SetDocument>> ReadAsync(string folder)
    {
        var set = Path.GetFileName(folder);
        var cache = Path.Combine(cacheFolder, $"{set}.layouts.jsonl");
        var known = LayoutCache.Load(cache);
        var documents = new List<SetDocument>();
        foreach (var line in File.ReadLines(Path.Combine(folder, "docs.jsonl")))
        {
            var (truth, schema, file) = Parse(folder, line);
            if (!known.TryGetValue(truth.Id, out var layout))
            {
                layout = await ReadFileAsync(truth.Id, file);
                LayoutCache.Append(cache, truth.Id, layout);
            }

            documents.Add(new SetDocument(set, truth, schema, layout));
        }

        return documents;
    }

    /// <summary>The documents with the words that people transcribed; empty when nobody did.</summary>
    public static IReadOnlyList<SetDocument> Transcribed(string folder) =>
        [
            .. File.ReadLines(Path.Combine(folder, "docs.jsonl"))
                .Select(line => (Parsed: Parse(folder, line), Sizes: JsonNode.Parse(line)!["page_sizes"]!.AsArray()))
                .Where(d => d.Parsed.Truth.Transcript.Count > 0)
                .Select(d => new SetDocument(Path.GetFileName(folder), d.Parsed.Truth, d.Parsed.Schema, Layout(d.Parsed.Truth, d.Sizes))),
        ];

    public void Dispose()
    {
        recognizer.Dispose();
        pool.Dispose();
    }

    private static (TruthDocument Truth, DocumentSchema Schema, string File) Parse(string folder, string line)
    {
        var entry = JsonNode.Parse(line)!;
        var schema = SchemaParser.Parse(File.ReadAllText(Path.Combine(folder, entry["schema_file"]!.ToString()))).Value;
        return (TruthFile.Read(line), schema, Path.Combine(folder, entry["file"]!.ToString()));
    }

    private async Task<DocumentLayout> ReadFileAsync(string id, string file)
    {
        var pages = new SortedDictionary<int, PageLayout>();
        var split = await splitter.SplitAsync(new SourceDocument(id, file), PageSelection.All, ReadPageAsync, CancellationToken.None);
        var broken = split.Failure ?? pages.Values.Select(page => page.Failure).FirstOrDefault(f => f is not null);
        return broken is null
            ? new DocumentLayout([.. pages.Values])
            : throw new InvalidDataException($"'{id}' could not be read, so that nothing can be measured on it: {broken.Message}");

        async Task ReadPageAsync(SplitPage page, CancellationToken cancellationToken)
        {
            if (page.Image.TryGet(out var image, out var failure))
            {
                var read = await reader.ReadAsync(image, page.TextLayer, cancellationToken);
                pages[page.PageNumber] = read.TryGet(out var layout, out failure)
                    ? layout
                    : PageLayout.Unreadable(page.PageNumber, failure);
            }
            else
            {
                pages[page.PageNumber] = PageLayout.Unreadable(page.PageNumber, failure);
            }
        }
    }

    private static DocumentLayout Layout(TruthDocument truth, JsonArray sizes) =>
        new([
            .. sizes.Select(
                (size, i) =>
                    new PageLayout(
                        i + 1,
                        new PixelSize((int)size![0]!.GetValue<double>(), (int)size[1]!.GetValue<double>()),
                        [.. truth.Transcript.Where(t => t.Region.PageNumber == i + 1).SelectMany(t => Words(t.Text, t.Region.Box))],
                        [],
                        [],
                        []
                    )
            ),
        ]);

    // A transcribed line is cut into words at its spaces, all characters taken to be equally wide.
    private static IEnumerable<Word> Words(string text, BoundingBox box)
    {
        var at = 0;
        foreach (var part in text.Split(' '))
        {
            if (part.Length > 0)
            {
                var left = box.Left + (box.Width * at / text.Length);
                yield return new Word(part, box with { Left = left, Width = box.Width * part.Length / text.Length }, 1, WordSource.Service);
            }

            at += part.Length + 1;
        }
    }
}
