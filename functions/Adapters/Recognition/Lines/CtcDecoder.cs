namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>
/// Best-path decoding of connectionist temporal classification (Graves et al., 2006). Spaces are not decoded but
/// reported as evidence, because the recogniser saw few of them in training: see <see cref="WordBreaks"/>.
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
            var position = (step + 0.5) * stepWidth;
            space = Math.Max(space, row[characters.Space]);
            if (character is not ('\0' or ' ') && character == previous)
            {
                decoded[^1] = Stronger(decoded[^1], row[best], position);
            }
            else if (character is not ('\0' or ' '))
            {
                decoded.Add(new DecodedCharacter(character, row[best], position, space));
            }

            if (character is not ('\0' or ' '))
            {
                space = 0;
            }

            previous = character;
        }

        return decoded;
    }

    private static DecodedCharacter Stronger(DecodedCharacter known, float confidence, double position) =>
        confidence > known.Confidence ? known with { Confidence = confidence, Position = position } : known;

    private static int IndexOfMax(ReadOnlySpan<float> row) => System.Numerics.Tensors.TensorPrimitives.IndexOfMax(row);
}
