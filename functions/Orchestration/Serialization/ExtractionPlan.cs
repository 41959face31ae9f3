namespace GroundedDocs.Orchestration.Serialization;

/// <summary>The result of the plan step.</summary>
/// <param name="Count">How many windows there are.</param>
/// <param name="Domain">The domain, chosen or given; null when the caller gave a schema and no domain.</param>
/// <param name="SchemaJson">The schema to extract.</param>
/// <param name="Windows">The pages of each window, counted from 1 and in order; unreadable pages are in none.</param>
internal sealed record ExtractionPlan(int Count, string? Domain, string SchemaJson, IReadOnlyList<IReadOnlyList<int>> Windows);
