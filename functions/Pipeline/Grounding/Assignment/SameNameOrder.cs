using System.Globalization;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Pipeline.Grounding.Assignment;

/// <summary>
/// Fields that differ in a number alone (signature, signature_2) stand in the order of their numbers: where several of
/// them have the same value, the first takes the first of their places.
/// </summary>
internal static class SameNameOrder
{
    /// <summary>Puts the chosen places of such fields in order.</summary>
    public static void Restore(IReadOnlyList<Placement> placements)
    {
        var groups = placements
            .Where(p => !p.Field.IsCell && p.Chosen is { Candidate.Place.FirstWord: >= 0 })
            .GroupBy(p => (Stem: Stem(p.Field.Path), p.Field.Value.Text))
            .Where(g => g.Count() > 1);
        // A number above their count is no count but part of a name: floor_40 is not the fortieth floor.
        var namesakes = placements.Where(p => !p.Field.IsCell).CountBy(p => Stem(p.Field.Path)).ToDictionary();
        foreach (var group in groups.Where(g => g.All(p => Number(p.Field.Path.LastName) <= namesakes[g.Key.Stem])))
        {
            Restore([.. group.OrderBy(p => Number(p.Field.Path.LastName))]);
        }
    }

    private static void Restore(List<Placement> fields)
    {
        var places = fields.Select(p => p.Chosen!.Candidate.Place.Key).ToList();
        var hasOwnPlaces = places.Distinct().Count() == places.Count;
        var hasAll = fields.TrueForAll(p => places.TrueForAll(key => p.Candidates.Any(c => c.Candidate.Place.Key == key)));
        if (!hasOwnPlaces || !hasAll)
        {
            return;
        }

        places.Sort((one, other) => one.FirstWord.CompareTo(other.FirstWord));
        for (var i = 0; i < fields.Count; i++)
        {
            fields[i].Chosen = fields[i].Candidates.First(c => c.Candidate.Place.Key == places[i]);
        }
    }

    private static string Stem(FieldPath path)
    {
        var written = path.ToString();
        return written.TrimEnd([.. "0123456789"]).TrimEnd('_', '-', ' ');
    }

    private static int Number(string name)
    {
        var digits = name[name.TrimEnd([.. "0123456789"]).Length..];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
