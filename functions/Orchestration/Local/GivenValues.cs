using GroundedDocs.Documents;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Pipeline.Extraction;

namespace GroundedDocs.Orchestration.Local;

/// <summary>An extractor that hands out values that somebody already has, so that they are grounded on the same path as all others.</summary>
/// <param name="fields">The values.</param>
public sealed class GivenValues(IReadOnlyList<PredictedField> fields) : IExtractor
{
    /// <summary>One window, so that the values are handed out once.</summary>
    public int MaxWindowPages => 100_000;

    /// <inheritdoc/>
    public Task<Result<Prediction>> ExtractAsync(ExtractionWindow window, DocumentSchema schema, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(schema);
        return Task.FromResult<Result<Prediction>>(new Prediction(fields, new Provenance("given", "1", schema.Hash)));
    }
}
