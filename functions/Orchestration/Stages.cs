using GroundedDocs.Pipeline.Assembly;
using GroundedDocs.Pipeline.Extraction;
using GroundedDocs.Pipeline.Grounding;
using GroundedDocs.Pipeline.Pages;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.Orchestration;

/// <summary>The stages of the pipeline, which only the orchestration calls.</summary>
/// <param name="Splitter">Opens files.</param>
/// <param name="Reader">Reads pages.</param>
/// <param name="Classifier">Chooses a domain.</param>
/// <param name="Extractor">Extracts windows.</param>
/// <param name="Merger">Joins windows.</param>
/// <param name="Grounder">Finds values on pages.</param>
/// <param name="Domains">The domains that are known.</param>
public sealed record Stages(
    IDocumentSplitter Splitter,
    IPageReader Reader,
    IDocumentClassifier Classifier,
    IExtractor Extractor,
    IPredictionMerger Merger,
    IGrounder Grounder,
    IReadOnlyList<Domain> Domains
);
