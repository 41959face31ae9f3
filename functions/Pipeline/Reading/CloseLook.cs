using GroundedDocs.Documents;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading;

/// <summary>Reads a small part of a page cut out of it, in one or several frames.</summary>
/// <param name="recognizer">Reads what is cut out.</param>
/// <param name="clean">The page without its rules.</param>
internal sealed class CloseLook(RegionRecognizer recognizer, Raster clean)
{
    /// <summary>
    /// What is read in each frame until one shows nothing, or <paramref name="isEnough"/> of the readings so far. A frame is the box
    /// with paper around it.
    /// </summary>
    /// <param name="box">Around the ink.</param>
    /// <param name="margins">Paper of each frame, as a share of the height of the box.</param>
    /// <param name="known">Words of which nothing is read again.</param>
    /// <param name="isEnough">Whether no more frames are wanted.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Result<List<List<Word>>>> ReadAsync(
        PixelBox box,
        IReadOnlyList<double> margins,
        IReadOnlyList<Word> known,
        Predicate<List<List<Word>>> isEnough,
        CancellationToken cancellationToken
    )
    {
        var place = box.Normalised(clean.Size);
        var frames = new List<List<Word>>();
        foreach (var margin in margins)
        {
            var paper = (int)Math.Ceiling(margin * box.Height);
            var result = await recognizer.ReadAsync(clean, [box.Grown(paper, paper, clean.Size)], known, cancellationToken);
            if (!result.TryGet(out var reading, out var failure))
            {
                return failure;
            }

            var words = reading.Words.Where(word => place.VerticalOverlap(word.Box) > 0.5).ToList();
            frames.Add(words);
            if (words.Count == 0 || isEnough(frames))
            {
                break;
            }
        }

        return frames;
    }

    /// <summary>
    /// The surest of the readings that agree on a text, and how many do: print reads the same in any frame, dirt does not.
    /// </summary>
    public static (List<Word> Words, int Frames) Agreed(IEnumerable<List<Word>> frames)
    {
        var most = frames.GroupBy(words => string.Join(' ', words.Select(word => word.Text))).MaxBy(group => group.Count());
        return most is null ? ([], 0) : (most.MaxBy(words => words.Sum(word => word.Confidence))!, most.Count());
    }
}
