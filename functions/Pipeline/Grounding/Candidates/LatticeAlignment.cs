using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Text;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>
/// How probable the recogniser's own output makes a value: the best path through the steps of words that spells the value,
/// beside the best path of all (Viterbi's recurrence over the states of connectionist temporal classification).
/// </summary>
internal sealed class LatticeAlignment
{
    // Printed around a value without being a part of it. A sign, a point or a parenthesis before a number is a part of it.
    private const string Around = "'\"_:;|*~$£€";
    private const string Behind = ".,";

    private readonly string value;
    private readonly double least;

    // State 2k: k characters are spelled and none goes on; state 2k + 1: character k is being spelled.
    private double[] states;
    private double[] next;

    /// <param name="value">The folded characters of the value, without spaces.</param>
    /// <param name="least">The score from which on a path is followed.</param>
    public LatticeAlignment(string value, double least)
    {
        this.value = value;
        this.least = least;
        states = new double[(2 * value.Length) + 1];
        next = new double[states.Length];
        Array.Fill(states, double.NegativeInfinity);
        states[0] = 0;
    }

    /// <summary>The logarithm of the probability that exactly the value is spelled, 0 for the most probable text.</summary>
    public double Score => Math.Max(states[^1], states[^2]);

    /// <summary>Whether more words may still spell the value.</summary>
    public bool IsOpen => states.Max() > least;

    /// <summary>Takes one more word. The value has to begin in the first one.</summary>
    public void Add(Word word)
    {
        if (word.Lattice is { } lattice)
        {
            for (var step = 0; step < lattice.Steps.Count && IsOpen; step++)
            {
                Add(lattice.Steps[step]);
            }
        }
        else
        {
            AddSure(word.Text);
        }

        Pause();
        states[0] = double.NegativeInfinity;
    }

    private void AddSure(string text)
    {
        for (var at = 0; at < text.Length && IsOpen; at++)
        {
            Add([new CharacterChance(text[at], 1)]);
            Pause();
        }
    }

    private void Pause() => Add([new CharacterChance(' ', 1)]);

    private void Add(IReadOnlyList<CharacterChance> step)
    {
        var top = Math.Log(step.Max(chance => chance.Probability));
        for (var state = 0; state < states.Length; state++)
        {
            var from = From(state);
            next[state] = double.IsNegativeInfinity(from) ? from : from + Math.Min(0, Math.Log(Chance(step, state)) - top);
        }

        (states, next) = (next, states);
    }

    private double From(int state)
    {
        var from = state > 0 ? Math.Max(states[state], states[state - 1]) : states[state];
        var isCharacter = state % 2 == 1;
        return isCharacter && state > 1 && value[state / 2] != value[(state / 2) - 1] ? Math.Max(from, states[state - 2]) : from;
    }

    private double Chance(IReadOnlyList<CharacterChance> step, int state)
    {
        var sum = 0.0;
        foreach (var (character, probability) in step)
        {
            sum += Allows(state, character) ? probability : 0;
        }

        return sum;
    }

    private bool Allows(int state, char character)
    {
        if (state % 2 == 1)
        {
            return TextFold.Fold(character) is [var folded] && folded == value[state / 2];
        }

        return character == ' '
            || ((state == 0 || state == states.Length - 1) && Around.Contains(character, StringComparison.Ordinal))
            || (state == states.Length - 1 && Behind.Contains(character, StringComparison.Ordinal));
    }
}
