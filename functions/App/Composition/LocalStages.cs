using GroundedDocs.Adapters.Imaging;
using GroundedDocs.Adapters.Recognition;
using GroundedDocs.Adapters.Sandbox;
using GroundedDocs.Orchestration;
using GroundedDocs.Pipeline.Assembly;
using GroundedDocs.Pipeline.Extraction;
using GroundedDocs.Pipeline.Extraction.Domains;
using GroundedDocs.Pipeline.Grounding;
using GroundedDocs.Pipeline.Pages;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.App.Composition;

/// <summary>The stages with everything that runs on this machine alone: no storage, no network, no model server.</summary>
internal sealed class LocalStages : IDisposable
{
    private readonly ReaderPool readers;
    private readonly PaddleTextRecognizer recognizer;

    private LocalStages(ReaderPool readers, PaddleTextRecognizer recognizer)
    {
        this.readers = readers;
        this.recognizer = recognizer;
        Stages = new Stages(
            new SandboxedDocumentSplitter(readers, PageLimits.Default),
            new PageReader(new VipsPageDecoder(), recognizer),
            new DocumentClassifier(),
            new EmbeddedExtractor(),
            new PredictionMerger(),
            new Grounder(),
            DomainCatalogue.All
        );
    }

    /// <summary>The stages.</summary>
    public Stages Stages { get; }

    /// <summary>Nothing is started or loaded until the first document needs it.</summary>
    public static LocalStages Create(TimeProvider time) =>
        new(new ReaderPool(new SandboxOptions(), time), new PaddleTextRecognizer(new RecognitionOptions()));

    public void Dispose()
    {
        readers.Dispose();
        recognizer.Dispose();
    }
}
