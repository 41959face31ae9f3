using GroundedDocs.Pipeline.Grounding.Candidates;

namespace GroundedDocs.Pipeline.Grounding.Assignment;

/// <summary>Splits fields into groups that compete for places: the connected parts of the graph of fields and places.</summary>
internal sealed class CompetitionGroups
{
    private readonly List<Placement> placements = [];
    private readonly List<int> parents = [];
    private readonly Dictionary<PlaceKey, int> owners = [];

    public void Add(Placement placement)
    {
        var self = placements.Count;
        placements.Add(placement);
        parents.Add(self);
        foreach (var candidate in placement.Candidates)
        {
            var key = candidate.Candidate.Place.Key;
            if (!owners.TryAdd(key, self))
            {
                parents[Root(self)] = Root(owners[key]);
            }
        }
    }

    /// <summary>The groups in the order of their first fields.</summary>
    public IEnumerable<List<Placement>> All() =>
        Enumerable.Range(0, placements.Count).GroupBy(Root).Select(g => g.Select(i => placements[i]).ToList());

    private int Root(int at)
    {
        while (parents[at] != at)
        {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }

        return at;
    }
}
