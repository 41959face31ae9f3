using GroundedDocs.Documents.Results;
using GroundedDocs.Orchestration.Results;

namespace GroundedDocs.Orchestration.Serialization;

/// <summary>The result of the ground step: everything that a result says about the document.</summary>
/// <param name="Document">The fields.</param>
/// <param name="Pages">The pages.</param>
/// <param name="Errors">What failed for good on the way, without stopping the run.</param>
internal sealed record GroundedWork(GroundedDocument Document, IReadOnlyList<ResultPage> Pages, IReadOnlyList<ResultError> Errors);
