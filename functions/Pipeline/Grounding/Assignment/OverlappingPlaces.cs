namespace GroundedDocs.Pipeline.Grounding.Assignment;

/// <summary>
/// Makes a part of another field's value less attractive than a place of one's own: the Professor of "Chairman and Professor"
/// belongs to whom that whole value was given.
/// </summary>
internal static class OverlappingPlaces
{
    // A city inside an address is a value all the same, so that only a place nearly as good is preferred.
    private const double PartCost = 0.2;

    public static void Discourage(IReadOnlyList<Placement> placements)
    {
        var largest = LargestOwners(placements);
        foreach (var placement in placements.Where(p => p is { Field.IsCell: false, Candidates.Count: > 1 }))
        {
            placement.Discourage(c => IsPart(placement, c), PartCost);
        }

        // As long a value that shares only some words is no place of one's own either.
        bool IsPart(Placement placement, FieldCandidate candidate)
        {
            var own = candidate.Candidate.Place;
            return own.Words.Any(word =>
                largest.TryGetValue(word, out var owner)
                && owner != placement
                && owner.Chosen!.Candidate.Place is var taken
                && taken.Words.Count >= own.Words.Count
                && taken.Key != own.Key
            );
        }
    }

    // For each word the field with the longest value that stands on it.
    private static Dictionary<int, Placement> LargestOwners(IReadOnlyList<Placement> placements)
    {
        var owners = new Dictionary<int, Placement>();
        foreach (var placement in placements.Where(p => p.Chosen is not null))
        {
            var words = placement.Chosen!.Candidate.Place.Words;
            foreach (var word in words)
            {
                if (!owners.TryGetValue(word, out var other) || other.Chosen!.Candidate.Place.Words.Count < words.Count)
                {
                    owners[word] = placement;
                }
            }
        }

        return owners;
    }
}
