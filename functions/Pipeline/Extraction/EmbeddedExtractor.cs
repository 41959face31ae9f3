using System.Text.RegularExpressions;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;

namespace GroundedDocs.Pipeline.Extraction;

/// <summary>
/// Extracts any schema by rules: what fields mean, what labels stand on the pages, and what stands beside them. It needs no
/// model, no GPU and no network, and gives the same answer every time.
/// </summary>
public sealed class EmbeddedExtractor : IExtractor
{
    /// <summary>The name in <see cref="Provenance.Extractor"/>.</summary>
    public const string Name = "embedded";

    /// <summary>The version in <see cref="Provenance.Version"/>: raised whenever results may differ.</summary>
    public const string Version = "1.2.0";

    /// <inheritdoc/>
    public int MaxWindowPages => ExtractionLimits.MaxWindowPages;

    /// <inheritdoc/>
    public Task<Result<Prediction>> ExtractAsync(ExtractionWindow window, DocumentSchema schema, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(schema);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Extract(window, schema, cancellationToken));
    }

    private static Result<Prediction> Extract(ExtractionWindow window, DocumentSchema schema, CancellationToken cancellationToken)
    {
        try
        {
            var fields = new DocumentReading(window.Pages, schema, cancellationToken).Read();
            return new Prediction(fields, new Provenance(Name, Version, schema.Hash));
        }
        catch (RegexMatchTimeoutException)
        {
            // Patterns are bounded in time, because the text is untrusted.
            var first = window.Pages.Count > 0 ? window.Pages[0].PageNumber : 0;
            return new Failure(
                "extraction.pattern",
                $"The text of the pages from page {first} on is so unusual that searching it took too long. Extract fewer pages at once."
            );
        }
    }
}
