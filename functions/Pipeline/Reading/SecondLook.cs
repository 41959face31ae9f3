using GroundedDocs.Documents;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading.Ink;
using GroundedDocs.Pipeline.Reading.Soundness;

namespace GroundedDocs.Pipeline.Reading;

/// <summary>Looks closely at the few words that reading a page as a whole left out.</summary>
/// <param name="recognizer">Reads what is cut out.</param>
/// <param name="ink">The page's ink, its rules included.</param>
/// <param name="components">Its patches of ink.</param>
internal sealed class SecondLook(RegionRecognizer recognizer, InkMap ink, IReadOnlyList<InkComponent> components)
{
    /// <summary>Probability from which a word counts.</summary>
    private const double LeastConfidence = 0.75;

    /// <summary>The same for a letter alone: dirt is read as one too, but less surely.</summary>
    private const double LeastConfidenceOfOne = 0.9;

    /// <summary>Paper around a word, as a share of its height: what recognition saw around words in training.</summary>
    private const double Margin = 0.3;

    /// <summary>The words that were left out, on an upright page.</summary>
    /// <param name="page">The page, its rules found.</param>
    /// <param name="words">What was read.</param>
    /// <param name="checkBoxes">What was found.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Result<IReadOnlyList<Word>>> ReadAsync(
        Raster page,
        IReadOnlyList<Word> words,
        IReadOnlyList<CheckBox> checkBoxes,
        CancellationToken cancellationToken
    )
    {
        var clean = new Raster(page.Size, page.WithoutRules ?? page.Rgb);
        var found = new List<Word>();
        foreach (var box in LeftOut(page, clean, words, checkBoxes))
        {
            var margin = (int)Math.Ceiling(Margin * box.Height);
            var result = await recognizer.ReadAsync(clean, [box.Grown(margin, margin, page.Size)], [.. words, .. found], cancellationToken);
            if (!result.TryGet(out var reading, out var failure))
            {
                return failure;
            }

            var place = box.Normalised(page.Size);
            found.AddRange(reading.Words.Where(word => IsWord(word) && place.VerticalOverlap(word.Box) > 0.5));
        }

        return found;
    }

    private IReadOnlyList<PixelBox> LeftOut(Raster page, Raster clean, IReadOnlyList<Word> words, IReadOnlyList<CheckBox> checkBoxes)
    {
        if (page.WithoutRules is null)
        {
            return LeftInk.Find(ink, components, words, checkBoxes);
        }

        var left = InkMap.From(clean);
        return LeftInk.Find(left, InkComponents.Find(left), words, checkBoxes);
    }

    private static bool IsWord(Word word)
    {
        var letters = word.Text.Count(char.IsLetterOrDigit);
        return letters > 0 && word.Confidence >= (letters == 1 ? LeastConfidenceOfOne : LeastConfidence);
    }
}
