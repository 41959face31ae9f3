using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Results;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>A place that could print a value, and how well the text there fits it, whatever the field.</summary>
/// <param name="Place">The words.</param>
/// <param name="Tier">By which comparison it was found.</param>
/// <param name="Fit">How well text and shape fit, 0..1.</param>
/// <param name="PageIndex">The page of the first word, from 0.</param>
/// <param name="Box">The hull of its words on that page.</param>
internal sealed record Candidate(Place Place, MatchTier Tier, double Fit, int PageIndex, BoundingBox Box)
{
    /// <summary>The candidate at a place of words.</summary>
    public static Candidate At(DocumentIndex index, Place place, MatchTier tier, double fit) =>
        new(place, tier, fit, index.Words[place.FirstWord].PageIndex, PlaceShape.Hull(index, place.Words));
}
