namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>A character of a line as the recogniser emitted it.</summary>
/// <param name="Character">The character, never white space.</param>
/// <param name="Confidence">The recogniser's probability for it, 0..1.</param>
/// <param name="Position">Where its evidence peaks, in pixels from the left edge of the line's picture.</param>
/// <param name="SpaceBefore">The highest probability of a space between the character before and this one, 0..1.</param>
internal readonly record struct DecodedCharacter(char Character, double Confidence, double Position, double SpaceBefore)
{
    /// <summary>The most probable character of the same shape but of the other kind: see <see cref="Lookalikes"/>.</summary>
    public char Twin { get; init; }

    /// <summary>The recogniser's probability for <see cref="Twin"/>, 0..1; 0 when there is none.</summary>
    public double TwinProbability { get; init; }
}
