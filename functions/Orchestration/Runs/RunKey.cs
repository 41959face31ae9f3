using System.Globalization;

namespace GroundedDocs.Orchestration.Runs;

/// <summary>A run and one of its generations: the scope of all intermediate work.</summary>
/// <param name="RunId">32 hexadecimal digits, made of owner, content, schema, options and pipeline version.</param>
/// <param name="Generation">Counted from 1; forcing or repeating a run starts the next.</param>
public readonly record struct RunKey(string RunId, int Generation)
{
    /// <summary>The run of a submission that was refused: there is none.</summary>
    public static RunKey None { get; } = new(new string('0', 32), 0);

    /// <summary>The key of the generation in tables.</summary>
    public override string ToString() => $"{RunId}-{Generation.ToString("D5", CultureInfo.InvariantCulture)}";

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static RunKey? TryParse(string? text) =>
        text is { Length: 38 }
        && text[32] == '-'
        && int.TryParse(text.AsSpan(33), NumberStyles.None, CultureInfo.InvariantCulture, out var generation)
            ? new RunKey(text[..32], generation)
            : null;
}
