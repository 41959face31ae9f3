using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Pipeline.Extraction.Meanings;

/// <summary>What a scalar field of a schema is about, and how documents may label it.</summary>
/// <param name="Path">The field; inside an array, its column with index 0.</param>
/// <param name="Schema">Its leaf in the schema.</param>
/// <param name="Kind">What sort of value it holds.</param>
/// <param name="Labels">Labels under which it may be printed, best first.</param>
internal sealed record FieldMeaning(FieldPath Path, ScalarSchema Schema, ValueKind Kind, IReadOnlyList<LabelPhrase> Labels)
{
    /// <summary>The built-in concept it means, or null.</summary>
    public Concept? Concept { get; init; }

    /// <summary>The party it is about.</summary>
    public PartyRole Party { get; init; }

    /// <summary>The end of a period it wants.</summary>
    public RangeEnd Range { get; init; }

    /// <summary>Whether <see cref="Kind"/> is a guess from words, so that text beside the label also counts.</summary>
    public bool IsKindSoft { get; init; }

    /// <summary>Whether dates are wanted as YYYY-MM-DD.</summary>
    public bool WantsIsoDate { get; init; }

    /// <summary>Whether the schema's description is the printed label itself.</summary>
    public bool IsVerbatimLabel { get; init; }
}
