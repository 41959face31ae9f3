using GroundedDocs.App.Evaluation.Truth;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Schemas;

namespace GroundedDocs.Benchmarks.Grounding;

/// <summary>A document of a data set, read, with what it really says.</summary>
/// <param name="Set">The set's name.</param>
/// <param name="Truth">Its fields as people know them.</param>
/// <param name="Schema">The schema to extract with.</param>
/// <param name="Layout">Its words, as we read them or as people transcribed them.</param>
internal sealed record SetDocument(string Set, TruthDocument Truth, DocumentSchema Schema, DocumentLayout Layout)
{
    /// <summary>The fields that have a value, one for each path.</summary>
    public IReadOnlyList<TruthField> Fields { get; } =
    [.. Truth.Fields.Where(f => f.HasValue).DistinctBy(f => f.Path, StringComparer.Ordinal)];
}
