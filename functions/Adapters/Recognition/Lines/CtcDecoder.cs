using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>
/// Best-path decoding of connectionist temporal classification (Graves et al., 2006). Spaces are not decoded but
/// reported as evidence, because the recogniser is not the only witness of them: see <see cref="WordBreaks"/>.
/// </summary>
internal sealed class CtcDecoder(CharacterSet characters)
{
    // A step as sure as this has no other reading; what is less probable than the other is none.
    private const float Sure = 0.99f;
    private const float LeastChance = 0.003f;

    /// <summary>Decodes one line.</summary>
    /// <param name="probabilities">Steps × classes, in rows.</param>
    /// <param name="width">Width of the line's picture in pixels, which the steps divide evenly.</param>
    public DecodedLine Decode(ReadOnlySpan<float> probabilities, double width)
    {
        var decoded = new List<DecodedCharacter>();
        var steps = new List<DecodedStep>();
        var stepCount = probabilities.Length / characters.Count;
        var stepWidth = width / stepCount;
        var previous = '\0';
        var space = 0f;
        for (var step = 0; step < stepCount; step++)
        {
            var row = probabilities.Slice(step * characters.Count, characters.Count);
            var best = IndexOfMax(row);
            var character = characters[best];
            var position = (step + 0.5) * stepWidth;
            space = Math.Max(space, row[characters.Space]);
            steps.Add(new DecodedStep(position, ChancesOf(row, best)));
            if (character is not ('\0' or ' '))
            {
                Add(decoded, Emission(row, best, position, space), isRepeated: character == previous);
                space = 0;
            }

            previous = character;
        }

        return new DecodedLine(decoded, steps);
    }

    // Nothing and a space are the same to a word.
    private List<CharacterChance> ChancesOf(ReadOnlySpan<float> row, int best)
    {
        var nothing = row[CharacterSet.Blank] + row[characters.Space];
        if (nothing >= Sure || row[best] >= Sure)
        {
            return [new CharacterChance(nothing >= Sure ? ' ' : characters[best], 1)];
        }

        var chances = new List<CharacterChance>();
        if (nothing >= LeastChance)
        {
            chances.Add(new CharacterChance(' ', nothing));
        }

        for (var index = 0; index < row.Length; index++)
        {
            if (row[index] >= LeastChance && index != CharacterSet.Blank && index != characters.Space)
            {
                chances.Add(new CharacterChance(characters[index], row[index]));
            }
        }

        return chances;
    }

    private DecodedCharacter Emission(ReadOnlySpan<float> row, int best, double position, float space)
    {
        var emission = new DecodedCharacter(characters[best], row[best], position, space);
        foreach (var twin in Lookalikes.TwinsOf(characters[best]))
        {
            if (characters.ClassOf(twin) is { } index && row[index] > emission.TwinProbability)
            {
                emission = emission with { Twin = twin, TwinProbability = row[index] };
            }
        }

        return emission;
    }

    private static void Add(List<DecodedCharacter> decoded, DecodedCharacter emission, bool isRepeated)
    {
        if (!isRepeated)
        {
            decoded.Add(emission);
        }
        else if (emission.Confidence > decoded[^1].Confidence)
        {
            decoded[^1] = emission with { SpaceBefore = decoded[^1].SpaceBefore };
        }
    }

    private static int IndexOfMax(ReadOnlySpan<float> row) => System.Numerics.Tensors.TensorPrimitives.IndexOfMax(row);
}
