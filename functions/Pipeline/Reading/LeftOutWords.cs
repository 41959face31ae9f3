using GroundedDocs.Documents;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading.Ink;
using GroundedDocs.Pipeline.Reading.Soundness;

namespace GroundedDocs.Pipeline.Reading;

/// <summary>Reads the few words that reading a page as a whole left out.</summary>
/// <param name="look">Reads parts of the page.</param>
/// <param name="ink">The page's ink without its rules.</param>
/// <param name="components">Its patches of ink.</param>
internal sealed class LeftOutWords(CloseLook look, InkMap ink, IReadOnlyList<InkComponent> components)
{
    /// <summary>Probability from which a word counts at once.</summary>
    private const double LeastConfidence = 0.75;

    /// <summary>The same for a letter alone: dirt is read as one too, but less surely.</summary>
    private const double LeastConfidenceOfOne = 0.9;

    /// <summary>
    /// Paper around a word, as shares of its height. The first is what recognition saw around words in training; the others are for
    /// words that are not sure: print reads the same in any frame, dirt does not.
    /// </summary>
    private static readonly double[] Margins = [0.3, 0.5, 0.7];

    /// <summary>Frames that have to agree on an unsure word, and on a letter alone.</summary>
    private const int FramesForMore = 2;
    private const int FramesForOne = 3;

    /// <summary>The words that were left out, on an upright page.</summary>
    /// <param name="words">What was read.</param>
    /// <param name="checkBoxes">What was found.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Result<List<Word>>> ReadAsync(
        IReadOnlyList<Word> words,
        IReadOnlyList<CheckBox> checkBoxes,
        CancellationToken cancellationToken
    )
    {
        var found = new List<Word>();
        foreach (var box in LeftInk.Find(ink, components, words, checkBoxes))
        {
            var result = await look.ReadAsync(box, Margins, [.. words, .. found], frames => frames[0].Exists(IsSure), cancellationToken);
            if (!result.TryGet(out var frames, out var failure))
            {
                return failure;
            }

            found.AddRange(Kept(frames));
        }

        return found;
    }

    private static List<Word> Kept(List<List<Word>> frames)
    {
        if (frames[0].Exists(IsSure))
        {
            return frames[0].FindAll(IsSure);
        }

        var (words, agreeing) = CloseLook.Agreed(frames);
        var text = string.Concat(words.Select(word => word.Text));
        return text.Any(char.IsLetterOrDigit) && agreeing >= (text.Length == 1 ? FramesForOne : FramesForMore) ? words : [];
    }

    private static bool IsSure(Word word)
    {
        var letters = word.Text.Count(char.IsLetterOrDigit);
        return letters > 0 && word.Confidence >= (letters == 1 ? LeastConfidenceOfOne : LeastConfidence);
    }
}
