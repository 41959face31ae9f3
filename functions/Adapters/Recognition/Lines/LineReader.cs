using GroundedDocs.Adapters.Recognition.Models;
using GroundedDocs.Adapters.Recognition.Pixels;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>Reads single lines.</summary>
internal sealed class LineReader(Network network, CharacterSet characters)
{
    // Below this mean probability the text is guesswork.
    private const double MinConfidence = 0.5;

    // A box that is higher than wide holds a narrow character, or text that runs up or down the page.
    private const double TallAspect = 1.5;
    private const double VerticalTextAspect = 3;
    private const double SureConfidence = 0.8;

    private const double SureDespiteRules = 0.95;

    // No piece of a long line shows the space at its cut: the gap decides alone.
    private const double UnseenSpace = 0.1;

    private static readonly float[] Half = [0.5f, 0.5f, 0.5f];

    private readonly CtcDecoder decoder = new(characters);

    /// <summary>The line under a box, or null when nothing legible is there.</summary>
    public RecognizedLine? Read(Raster raster, RotatedBox box)
    {
        var reading = BestReading(raster, box);
        if (reading.Confidence < MinConfidence)
        {
            return null;
        }

        return Line(raster, reading);
    }

    /// <summary>
    /// The letter that stands alone under a box, or null when none does. Its height has nothing to be compared with, so that a letter
    /// of one shape in both cases counts as a capital, which is how forms print single letters.
    /// </summary>
    public RecognizedLine? ReadLetter(Raster raster, RotatedBox box)
    {
        var reading = Read(LinePicture.Cut(raster, box), isClean: true);
        return reading is { Characters: [var only], Confidence: >= MinConfidence }
            ? Line(raster, reading with { Characters = [Lookalikes.Capital(only)] })
            : null;
    }

    /// <summary>
    /// The few letters or digits that stand alone under a box, read as a line of copies of themselves; null when none do.
    /// </summary>
    public RecognizedLine? ReadRepeated(Raster raster, RotatedBox box)
    {
        var picture = LinePicture.Cut(raster, box);
        var reading = LineReading.None;
        foreach (var times in LetterRepetition.Counts)
        {
            var decoded = Decode(picture.Repeated(times), picture.Width * times).Characters;
            if (LetterRepetition.Single(decoded, times) is not { } letters || !LetterRepetition.Agrees(reading.Characters, letters))
            {
                return null;
            }

            reading = new LineReading(picture, letters);
        }

        return Line(raster, reading);
    }

    /// <summary>How sure the recogniser is of the text under a box as it stands, 0..1; 0 when there is none.</summary>
    public double ConfidenceAt(Raster raster, RotatedBox box) => ReadAsItStands(raster, box).Confidence;

    private LineReading BestReading(Raster raster, RotatedBox box)
    {
        var aspect = box.Height / box.Width;
        var upright = aspect < VerticalTextAspect ? ReadAsItStands(raster, box) : LineReading.None;
        if (aspect < TallAspect || upright.Confidence >= SureConfidence)
        {
            return upright;
        }

        var downwards = ReadAsItStands(raster, box.Quartered(1));
        var upwards = ReadAsItStands(raster, box.Quartered(-1));
        return new[] { upright, downwards, upwards }.MaxBy(reading => reading.Confidence)!;
    }

    // A rule through a line confuses the recogniser more often than its absence does, but only where it is unsure at all.
    private LineReading ReadAsItStands(Raster raster, RotatedBox box)
    {
        var picture = LinePicture.Cut(raster, LineHeight.Fit(raster, box));
        var reading = Read(picture, isClean: false);
        if (!picture.HasRules || reading.Confidence >= SureDespiteRules)
        {
            return reading;
        }

        var clean = Read(picture, isClean: true);
        return clean.Confidence > reading.Confidence ? clean : reading;
    }

    private LineReading Read(LinePicture picture, bool isClean)
    {
        var decoded = new List<DecodedCharacter>();
        var steps = new List<DecodedStep>();
        foreach (var (first, count) in Pieces(picture))
        {
            var piece = Decode(picture.Columns(first, count, isClean), count);
            decoded.AddRange(
                piece.Characters.Select(
                    (character, i) =>
                        character with
                        {
                            Position = character.Position + first,
                            SpaceBefore = i == 0 && first > 0 ? UnseenSpace : character.SpaceBefore,
                        }
                )
            );
            steps.AddRange(piece.Steps.Select(step => step with { Position = step.Position + first }));
        }

        return decoded.Count == 0 ? LineReading.None : new LineReading(picture, decoded) { Steps = steps };
    }

    private DecodedLine Decode(byte[] rgb, int width) =>
        decoder.Decode(network.Run(TensorPixels.Planes(rgb, Half, Half), 1, 3, LinePicture.Height, width).Values, width);

    private static RecognizedLine Line(Raster raster, LineReading reading) =>
        new(WordBuilder.Build(reading, raster.Size), reading.Confidence);

    // Very long lines are cut at the widest gap in the last quarter of each piece.
    private static IEnumerable<(int First, int Count)> Pieces(LinePicture picture)
    {
        var ink = picture.Width > RecognitionLimits.MaxLineWidth ? InkMap.Of(picture) : null;
        var first = 0;
        while (ink is not null && picture.Width - first > RecognitionLimits.MaxLineWidth)
        {
            var limit = first + RecognitionLimits.MaxLineWidth;
            var cut = (int)ink.CutBetween(limit - (RecognitionLimits.MaxLineWidth / 4.0), limit);
            yield return (first, cut - first);
            first = cut;
        }

        yield return (first, picture.Width - first);
    }
}
