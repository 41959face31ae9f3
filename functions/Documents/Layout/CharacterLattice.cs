using System.Text;

namespace GroundedDocs.Documents.Layout;

/// <summary>
/// What a recogniser held possible while it read a word: the output of connectionist temporal classification (Graves et al., 2006)
/// without what it held impossible. A reading of the word takes one character of each step; equal characters of neighbouring steps
/// are one character, unless a step without a character parts them.
/// </summary>
/// <param name="steps">The steps from left to right, none of them empty.</param>
public sealed class CharacterLattice(IReadOnlyList<IReadOnlyList<CharacterChance>> steps)
{
    // A probability is written as a tenth of its natural logarithm: 64 levels reach down to 0.002.
    private const double LevelsPerUnit = 10;
    private const int MostLevels = 63;
    private const char FirstLevel = '0';
    private const char StepEnd = '\n';

    /// <summary>The steps from left to right, each with what is possible there, in no particular order.</summary>
    public IReadOnlyList<IReadOnlyList<CharacterChance>> Steps { get; } = steps;

    /// <summary>Reads what <see cref="ToString"/> wrote; null when the text is nothing of the kind.</summary>
    public static CharacterLattice? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var steps = new List<IReadOnlyList<CharacterChance>>();
        var step = new List<CharacterChance>();
        for (var at = 0; at < text.Length; )
        {
            if (text[at] == StepEnd)
            {
                steps.Add(step);
                step = [];
                at++;
            }
            else if (at + 1 < text.Length && text[at + 1] - FirstLevel is var level and >= 0 and <= MostLevels)
            {
                step.Add(new CharacterChance(text[at], Math.Exp(-level / LevelsPerUnit)));
                at += 2;
            }
            else
            {
                return null;
            }
        }

        return step.Count == 0 && steps.TrueForAll(s => s.Count > 0) ? new CharacterLattice(steps) : null;
    }

    /// <summary>A short text: two characters for each chance, a line for each step. Probabilities keep a precision of five per cent.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var step in Steps)
        {
            foreach (var (character, probability) in step)
            {
                var level = (int)Math.Round(-Math.Log(Math.Clamp(probability, double.Epsilon, 1)) * LevelsPerUnit);
                text.Append(character).Append((char)(FirstLevel + Math.Min(level, MostLevels)));
            }

            text.Append(StepEnd);
        }

        return text.ToString();
    }
}
