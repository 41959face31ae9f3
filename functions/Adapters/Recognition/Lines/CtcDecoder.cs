namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>
/// Best-path decoding of connectionist temporal classification (Graves et al., 2006). Spaces are not decoded but
/// reported as evidence, because the recogniser is not the only witness of them: see <see cref="WordBreaks"/>.
/// </summary>
internal sealed class CtcDecoder(CharacterSet characters)
{
    /// <summary>Decodes one line.</summary>
    /// <param name="probabilities">Steps × classes, in rows.</param>
    /// <param name="width">Width of the line's picture in pixels, which the steps divide evenly.</param>
    public List<DecodedCharacter> Decode(ReadOnlySpan<float> probabilities, double width)
    {
        var decoded = new List<DecodedCharacter>();
        var stepCount = probabilities.Length / characters.Count;
        var stepWidth = width / stepCount;
        var previous = '\0';
        var space = 0f;
        for (var step = 0; step < stepCount; step++)
        {
            var row = probabilities.Slice(step * characters.Count, characters.Count);
            var best = IndexOfMax(row);
            var character = characters[best];
            space = Math.Max(space, row[characters.Space]);
            if (character is not ('\0' or ' '))
            {
                Add(decoded, Emission(row, best, (step + 0.5) * stepWidth, space), isRepeated: character == previous);
                space = 0;
            }

            previous = character;
        }

        return decoded;
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
