using GroundedDocs.Pipeline.Grounding.Assignment;
using GroundedDocs.Pipeline.Grounding.Candidates;

namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>Which fields stand on which words: two fields on the same words are seldom both right.</summary>
internal sealed class TakenPlaces
{
    private readonly Dictionary<int, HashSet<PlaceKey>> byWord = [];
    private readonly Dictionary<PlaceKey, int> byPlace = [];

    public TakenPlaces(IReadOnlyList<Placement> placements)
    {
        foreach (var place in placements.Where(p => p.Chosen is not null).Select(p => p.Chosen!.Candidate.Place))
        {
            byPlace[place.Key] = byPlace.GetValueOrDefault(place.Key) + 1;
            foreach (var word in place.Words)
            {
                if (!byWord.TryGetValue(word, out var keys))
                {
                    byWord[word] = keys = [];
                }

                keys.Add(place.Key);
            }
        }
    }

    /// <summary>0 for words of its own, a half where another field stands on exactly the same, 1 where on a part of them.</summary>
    public double Crowding(Place place) =>
        place.Words.Any(word => byWord[word].Count > 1) ? 1
        : byPlace[place.Key] > 1 ? 0.5
        : 0;
}
