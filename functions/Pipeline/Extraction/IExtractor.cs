using GroundedDocs.Documents;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;

namespace GroundedDocs.Pipeline.Extraction;

/// <summary>Reads the values of a schema's fields from a few pages.</summary>
public interface IExtractor
{
    /// <summary>How many pages it likes to see at once, at least 1.</summary>
    int MaxWindowPages { get; }

    /// <summary>Extracts what the window's pages say about the schema's fields.</summary>
    Task<Result<Prediction>> ExtractAsync(ExtractionWindow window, DocumentSchema schema, CancellationToken cancellationToken);
}
