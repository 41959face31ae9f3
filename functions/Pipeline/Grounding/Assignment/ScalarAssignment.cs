using GroundedDocs.Pipeline.Grounding.Candidates;

namespace GroundedDocs.Pipeline.Grounding.Assignment;

/// <summary>
/// Gives every scalar field one of its places so that the sum of scores is greatest and no two fields stand on the same
/// words, unless the document prints the value fewer times than fields mean it.
/// </summary>
internal static class ScalarAssignment
{
    // What a shared place must be better by than a place of one's own.
    private const double SharingCost = 0.35;

    // Places per field that compete; more would only be worse ones.
    private const int MaxPlaces = 24;

    public static void Solve(IEnumerable<Placement> placements)
    {
        var groups = new CompetitionGroups();
        foreach (var placement in placements)
        {
            if (placement.Candidates.Count > 0)
            {
                groups.Add(placement);
            }
        }

        foreach (var group in groups.All())
        {
            Solve(group);
        }
    }

    private static void Solve(List<Placement> group)
    {
        if (group.Count == 1 || group.Count > Limits.MaxAssignmentSize)
        {
            group.ForEach(placement => placement.Chosen = placement.Candidates[0]);
            return;
        }

        var places = new Dictionary<PlaceKey, int>();
        foreach (var candidate in group.SelectMany(p => p.Candidates.Take(MaxPlaces)))
        {
            places.TryAdd(candidate.Candidate.Place.Key, places.Count);
        }

        var chosen = AssignmentSolver.Solve(CostMatrix(group, places));
        for (var row = 0; row < group.Count; row++)
        {
            var placement = group[row];
            placement.Chosen =
                chosen[row] >= places.Count
                    ? placement.Candidates[0]
                    : placement.Candidates.First(c => places[c.Candidate.Place.Key] == chosen[row]);
        }
    }

    // One column a place, then one a field for standing on its best place together with others.
    private static double[,] CostMatrix(List<Placement> group, Dictionary<PlaceKey, int> places)
    {
        var cost = new double[group.Count, places.Count + group.Count];
        for (var row = 0; row < group.Count; row++)
        {
            for (var column = 0; column < places.Count + group.Count; column++)
            {
                cost[row, column] = 1e6;
            }

            cost[row, places.Count + row] = SharingCost - group[row].Candidates[0].Score;
            foreach (var candidate in group[row].Candidates.Take(MaxPlaces))
            {
                var column = places[candidate.Candidate.Place.Key];
                cost[row, column] = Math.Min(cost[row, column], -candidate.Score);
            }
        }

        return cost;
    }
}
