using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>Makes the lattice of a word of the steps of its line.</summary>
internal static class LatticeBuilder
{
    /// <summary>The lattice of the steps between two positions; null when there is nothing to choose.</summary>
    public static CharacterLattice? Build(IReadOnlyList<DecodedStep> steps, double from, double to)
    {
        var kept = new List<IReadOnlyList<CharacterChance>>();
        foreach (var step in steps)
        {
            if (step.Position >= from && step.Position < to && !Repeats(kept, step.Chances))
            {
                kept.Add(step.Chances);
            }
        }

        return kept.Exists(chances => chances.Count > 1) ? new CharacterLattice(kept) : null;
    }

    // A step that is as sure of the same character as the one before says nothing new.
    private static bool Repeats(List<IReadOnlyList<CharacterChance>> kept, IReadOnlyList<CharacterChance> chances) =>
        kept.Count > 0 && chances is [var only] && kept[^1] is [var last] && last.Character == only.Character;
}
