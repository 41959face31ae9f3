using GroundedDocs.Pipeline.Grounding.Candidates;

namespace GroundedDocs.Pipeline.Grounding.Assignment;

/// <summary>Makes places that cells of a table stand on less attractive to the fields that still have none.</summary>
internal static class TakenWords
{
    private const double TakenCost = 0.25;

    public static void Discourage(IReadOnlyList<Placement> placements)
    {
        var taken = new HashSet<PlaceKey>(placements.Where(p => p.Chosen is not null).Select(p => p.Chosen!.Candidate.Place.Key));
        if (taken.Count == 0)
        {
            return;
        }

        foreach (var placement in placements.Where(p => p.Chosen is null))
        {
            placement.Discourage(c => taken.Contains(c.Candidate.Place.Key), TakenCost);
        }
    }
}
