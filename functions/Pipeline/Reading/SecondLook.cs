using GroundedDocs.Documents;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading;

/// <summary>
/// Looks closely at a page that was read as a whole, without its rules and at each word alone: at the words that were not read surely,
/// and at those that were left out.
/// </summary>
/// <param name="recognizer">Reads what is cut out.</param>
/// <param name="ink">The page's ink, its rules included.</param>
/// <param name="components">Its patches of ink.</param>
internal sealed class SecondLook(RegionRecognizer recognizer, InkMap ink, IReadOnlyList<InkComponent> components)
{
    /// <summary>All words of an upright page.</summary>
    /// <param name="page">The page, its rules found.</param>
    /// <param name="words">What was read.</param>
    /// <param name="checkBoxes">What was found.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Result<List<Word>>> ReadAsync(
        Raster page,
        IReadOnlyList<Word> words,
        IReadOnlyList<CheckBox> checkBoxes,
        CancellationToken cancellationToken
    )
    {
        var clean = new Raster(page.Size, page.WithoutRules ?? page.Rgb);
        var look = new CloseLook(recognizer, clean);
        var surer = await new UnsureWords(look).ReadAsync(words, page.Size, cancellationToken);
        if (!surer.TryGet(out var read, out var failure))
        {
            return failure;
        }

        var left = page.WithoutRules is null ? ink : InkMap.From(clean);
        var patches = page.WithoutRules is null ? components : InkComponents.Find(left);
        var second = await new LeftOutWords(look, left, patches).ReadAsync(read, checkBoxes, cancellationToken);
        return second.TryGet(out var leftOut, out failure) ? (List<Word>)[.. read, .. leftOut] : failure;
    }
}
