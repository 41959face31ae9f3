using GroundedDocs.Documents;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;

namespace GroundedDocs.Pipeline.Extraction.Agreement;

/// <summary>
/// Two extractors as one: the second confirms or doubts the first's values where both run, and stands in for the first where the
/// policy says so.
/// </summary>
/// <param name="first">The one whose answer counts.</param>
/// <param name="second">The one that checks, and may stand in.</param>
/// <param name="options">How they work together.</param>
public sealed class AgreeingExtractor(IExtractor first, IExtractor second, AgreementOptions options) : IExtractor
{
    /// <inheritdoc/>
    public int MaxWindowPages => first.MaxWindowPages;

    /// <inheritdoc/>
    public async Task<Result<Prediction>> ExtractAsync(ExtractionWindow window, DocumentSchema schema, CancellationToken cancellationToken)
    {
        var asked = first.ExtractAsync(window, schema, cancellationToken);
        var checking = options.Agreement ? second.ExtractAsync(window, schema, cancellationToken) : null;
        if (checking is not null)
        {
            await Task.WhenAll(asked, checking);
        }

        if ((await asked).TryGet(out var prediction, out var failure))
        {
            // A check that fails says nothing against the answer.
            return checking is not null && (await checking).TryGet(out var opinion, out _) ? Opinion.Of(opinion, prediction) : prediction;
        }

        return options.WhenUnavailable switch
        {
            UnavailablePolicy.Fallback => Mark(
                checking is null ? await second.ExtractAsync(window, schema, cancellationToken) : await checking,
                failure
            ),
            UnavailablePolicy.Fail => failure with { IsTransient = false, RetryAfter = null },
            _ => failure,
        };
    }

    /// <summary>The stand-in's answer says that it is one; where it has none either, the first failure is the one to report.</summary>
    private static Result<Prediction> Mark(Result<Prediction> answer, Failure failure) =>
        answer.TryGet(out var prediction, out _)
            ? prediction with
            {
                Provenance = prediction.Provenance with { IsFallback = true },
            }
            : failure;
}
