namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>What the recogniser read in one picture.</summary>
internal sealed record LineReading(LinePicture Picture, IReadOnlyList<DecodedCharacter> Characters)
{
    /// <summary>What the recogniser held possible from left to right; empty when that is not known.</summary>
    public IReadOnlyList<DecodedStep> Steps { get; init; } = [];

    /// <summary>Nothing read.</summary>
    public static LineReading None { get; } = new(null!, []);

    /// <summary>Mean probability of the characters, 0..1; 0 when there are none.</summary>
    public double Confidence { get; } = Characters.Count == 0 ? 0 : Characters.Average(character => character.Confidence);
}
