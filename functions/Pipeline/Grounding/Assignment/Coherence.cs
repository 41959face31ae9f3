using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Assignment;

/// <summary>
/// Fields that belong together stand together: a second look at fields with several places prefers those on the pages
/// and beside the fields that are certain, above all beside those of the same part of the schema (seller_street and
/// seller_city, properties of one object).
/// </summary>
internal sealed class Coherence(DocumentIndex index)
{
    private const double PageWeight = 0.12;
    private const double NeighbourWeight = 0.1;
    private const double SiblingWeight = 0.25;
    private const double Reach = 6;
    private const double AcrossShare = 0.2;

    // Fields this far apart in the schema count as neighbours.
    private const int NeighbourSpan = 2;

    // A margin from which a place needs no support and gives it.
    private const double CertainMargin = 0.15;

    /// <summary>Scores the candidates of uncertain fields again.</summary>
    public void Reconsider(IReadOnlyList<Placement> placements)
    {
        var anchors = new List<Anchor>();
        var pages = new double[index.PageCount];
        for (var i = 0; i < placements.Count; i++)
        {
            if (placements[i].Chosen is { } chosen && placements[i].Margin >= CertainMargin)
            {
                anchors.Add(new Anchor(i, FamilyOf(placements[i]), chosen));
                pages[chosen.Candidate.PageIndex]++;
            }
        }

        if (anchors.Count == 0)
        {
            return;
        }

        for (var i = 0; i < placements.Count; i++)
        {
            if (placements[i] is { Candidates.Count: > 1, Field.IsCell: false } placement && placement.Margin < CertainMargin)
            {
                Reconsider(placement, i, anchors, pages);
            }
        }
    }

    private void Reconsider(Placement placement, int order, List<Anchor> anchors, double[] pages)
    {
        var family = FamilyOf(placement);
        var near = anchors.Where(a => a.Family == family || Math.Abs(a.Order - order) <= NeighbourSpan).ToList();
        placement.Candidates =
        [
            .. placement
                .Candidates.Select(c =>
                    c with
                    {
                        Score = c.Score + (PageWeight * pages[c.Candidate.PageIndex] / anchors.Count) + Support(c, family, near),
                    }
                )
                .OrderByDescending(c => c.Score),
        ];
        placement.Chosen = null;
    }

    private double Support(FieldCandidate candidate, string family, List<Anchor> near)
    {
        var sibling = 0.0;
        var neighbour = 0.0;
        foreach (var anchor in near)
        {
            var nearness = Nearness(candidate, anchor.Chosen);
            if (anchor.Family == family)
            {
                sibling = Math.Max(sibling, nearness);
            }
            else
            {
                neighbour = Math.Max(neighbour, nearness);
            }
        }

        return (SiblingWeight * sibling) + (NeighbourWeight * neighbour);
    }

    private double Nearness(FieldCandidate one, FieldCandidate other)
    {
        var (a, b) = (one.Candidate, other.Candidate);
        if (a.PageIndex != b.PageIndex || SharesWords(a.Place, b.Place))
        {
            return 0;
        }

        var scale = index.Scales[a.PageIndex];
        var down = Math.Abs(scale.Down(a.Box.CenterY - b.Box.CenterY));
        var across = Math.Abs(scale.Across(a.Box.CenterX - b.Box.CenterX));
        return 1 / (1 + ((down + (AcrossShare * across)) / Reach));
    }

    private static bool SharesWords(Place one, Place other) =>
        one.Key == other.Key
        || (one.FirstWord <= other.LastWord && other.FirstWord <= one.LastWord && one.Words.Intersect(other.Words).Any());

    // The object a field belongs to and the first word of its name: seller_city and seller_street are of one family.
    private static string FamilyOf(Placement placement)
    {
        var path = placement.Field.Path;
        var words = TextFold.Words(path.LastName);
        var parent = path.ToString();
        return string.Concat(
            parent.AsSpan(0, Math.Max(0, parent.Length - path.LastName.Length)),
            words.Count > 1 ? words[0] : path.LastName
        );
    }

    /// <summary>A field whose place is certain.</summary>
    private sealed record Anchor(int Order, string Family, FieldCandidate Chosen);
}
