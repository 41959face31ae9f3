using GroundedDocs.Documents.Results;
using GroundedDocs.Orchestration.Results;

namespace GroundedDocs.Orchestration.Review;

/// <summary>A grounded document as a reviewer sees it, whatever its caller asked the response to carry.</summary>
/// <param name="Document">The fields as they were predicted.</param>
/// <param name="Pages">The pages that could be read.</param>
/// <param name="Errors">What failed for good on the way, without stopping the run.</param>
public sealed record ReviewedDocument(GroundedDocument Document, IReadOnlyList<ResultPage> Pages, IReadOnlyList<ResultError> Errors);
