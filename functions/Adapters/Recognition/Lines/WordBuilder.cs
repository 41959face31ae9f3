using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>Makes words with tight boxes of the characters of one line.</summary>
internal sealed class WordBuilder
{
    // A word's ink begins at most this many character pitches before its first peak.
    private const double ReachPitches = 1.5;

    // Below this probability a sign that stands alone in a line is not print.
    private const double SurestSpeck = 0.7;

    // Ink behind an empty stretch this wide at either end of a line belongs to its neighbour.
    private const int ForeignGap = LinePicture.Height / 4;

    private readonly LinePicture picture;
    private readonly PixelSize page;
    private readonly IReadOnlyList<DecodedCharacter> characters;
    private readonly IReadOnlyList<DecodedStep> steps;
    private readonly InkMap ink;
    private readonly bool[] startsWord;
    private readonly double[] cuts;

    private WordBuilder(LineReading reading, PixelSize page)
    {
        picture = reading.Picture;
        steps = reading.Steps;
        this.page = page;
        ink = InkMap.Of(picture);
        startsWord = WordBreaks.Find(reading.Characters, ink);
        characters = Lookalikes.Resolve(reading.Characters, startsWord);
        BlankLines.Part(characters, startsWord, ink, Pitch());
        cuts = Cuts();
    }

    /// <summary>The words of a line, left to right, normalised to a page of the given size.</summary>
    public static IReadOnlyList<Word> Build(LineReading reading, PixelSize page)
    {
        var builder = new WordBuilder(reading, page);
        var words = new List<Word>();
        for (var start = 0; start < builder.characters.Count; )
        {
            var end = start + 1;
            while (end < builder.characters.Count && !builder.startsWord[end])
            {
                end++;
            }

            words.Add(builder.Word(start, end));
            start = end;
        }

        return words.Count > 1 ? words.FindAll(word => !IsSpeck(word) && !IsBlankLine(word)) : words;
    }

    // Dirt and the background of a card between the words of a line are read as brackets, quotes and strokes.
    private static bool IsSpeck(Word word) =>
        word.Confidence < SurestSpeck && word.Text.All(c => char.IsPunctuation(c) && c is not ('-' or '&' or '%' or '#'));

    private static bool IsBlankLine(Word word) => word.Text is [BlankLines.Underscore];

    // Cut i lies before character i; the last one after the last character.
    private double[] Cuts()
    {
        var found = new double[characters.Count + 1];
        for (var i = 1; i < characters.Count; i++)
        {
            found[i] = ink.CutBetween(characters[i - 1].Position, characters[i].Position);
        }

        var reach = ReachPitches * Pitch();
        var (first, last) = (characters[0].Position, characters[^1].Position);
        found[0] = Math.Max(Math.Max(0, first - reach), ink.EndOfInk(first, -1, ForeignGap));
        found[^1] = Math.Min(Math.Min(picture.Width, last + reach), ink.EndOfInk(last, 1, ForeignGap));
        return found;
    }

    private double Pitch()
    {
        var distances = new List<double>();
        for (var i = 1; i < characters.Count; i++)
        {
            if (!startsWord[i])
            {
                distances.Add(characters[i].Position - characters[i - 1].Position);
            }
        }

        distances.Sort();
        return distances.Count > 0 ? Math.Max(distances[distances.Count / 2], LinePicture.Height / 4.0) : LinePicture.Height / 2.0;
    }

    private Word Word(int start, int end)
    {
        var parts = Lookalikes.InOneCase([.. characters.Skip(start).Take(end - start)]);
        var bounds = WordBounds.Find(ink, cuts[start], cuts[end]);
        var box = bounds is { } word ? WordBox.Around(word, ink, picture, page) : WordBox.OfSlice(cuts[start], cuts[end], picture, page);
        return new Word(
            string.Concat(parts.Select(part => part.Character)),
            box,
            parts.Average(part => part.Confidence),
            WordSource.Recognition
        )
        {
            CharacterEdges = IsHorizontal ? Edges(start, end, box, bounds?.Middle ?? (LinePicture.Height / 2.0)) : null,
            CharacterConfidences = [.. parts.Select(part => part.Confidence)],
            Lattice = LatticeBuilder.Build(steps, cuts[start], cuts[end]),
        };
    }

    private bool IsHorizontal => picture.Box.Along.X > Math.Abs(picture.Box.Along.Y);

    // The cuts where they cross the middle of the word; the outer ones are the edges of its box.
    private double[] Edges(int start, int end, BoundingBox box, double middle)
    {
        var edges = Array.ConvertAll(
            cuts[start..(end + 1)],
            x => Math.Clamp(picture.OnRaster(x, middle).X / page.Width, box.Left, box.Right)
        );
        (edges[0], edges[^1]) = (box.Left, box.Right);
        return edges;
    }
}
