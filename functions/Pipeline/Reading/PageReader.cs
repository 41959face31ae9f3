using GroundedDocs.Documents;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Reading.CheckBoxes;
using GroundedDocs.Pipeline.Reading.Ink;
using GroundedDocs.Pipeline.Reading.Lines;
using GroundedDocs.Pipeline.Reading.Rules;
using GroundedDocs.Pipeline.Reading.Soundness;

namespace GroundedDocs.Pipeline.Reading;

/// <summary>
/// Reads a page: keeps what the text layer says as far as the picture bears it out, recognises the ink that is left, finds the
/// check boxes, and orders everything.
/// </summary>
public sealed class PageReader(IPageDecoder decoder, ITextRecognizer recognizer) : IPageReader
{
    /// <inheritdoc/>
    public async Task<Result<PageLayout>> ReadAsync(PageImage image, TextLayer textLayer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(textLayer);
        if (!image.IsDrawn)
        {
            return UnseenPage.Read(image, textLayer);
        }

        if (!decoder.Decode(image).TryGet(out var raster, out var failure))
        {
            return failure;
        }

        var ink = InkMap.From(raster);
        var components = InkComponents.Find(ink);
        var sound = TextLayerJudge.Judge(textLayer, ink);
        var (plain, glyphs) = GlyphCheckBoxes.Split(FormFieldPlacement.Fit(sound.Words, ink));
        var drawn = CheckBoxFinder.Find(ink, components, []);
        var checkBoxes = CheckBoxMerge.Merge(textLayer.CheckBoxes, glyphs, drawn, plain);
        var missing = await RecognizeAsync(raster, ink, components, plain, checkBoxes, cancellationToken);
        if (!missing.TryGet(out var read, out failure))
        {
            return failure;
        }

        var turn = read.AppliedRotationDegrees;
        var back = (360 - turn) % 360;
        Word[] seen = [.. read.Words.Where(word => TextLayerJudge.IsVisible(PageTurn.Turn(word, back), ink))];
        var (printed, squares) = GlyphCheckBoxes.Split(seen);
        if (squares.Count > 0)
        {
            var places = squares.Select(square => PageTurn.Turn(square.Box, back));
            drawn = CheckBoxFinder.Find(ink, components, ReadSquares.Find([.. places], ink, components));
            checkBoxes = CheckBoxMerge.Merge(textLayer.CheckBoxes, glyphs, drawn, plain);
        }

        Word[] words = [.. plain.Select(word => PageTurn.Turn(word, turn)), .. printed];
        CheckBox[] boxes = [.. checkBoxes.Select(box => box with { Box = PageTurn.Turn(box.Box, turn) })];
        var size = PageTurn.Turn(raster.Size, turn);
        var upright = turn == 0 ? ink : null;
        var keptBoxes = new SquareLetters(size, upright).Without(boxes, printed);
        var keptWords = new CheckBoxWords(size, upright).Without(words, keptBoxes);
        return LayoutBuilder.Build(image.PageNumber, size, keptWords, keptBoxes, read.SkewDegrees) with { AppliedRotationDegrees = turn };
    }

    // What the text layer leaves open; of a page that stands upright and has none, what a look at the whole left out as well.
    private async Task<Result<RegionRecognizer.Reading>> RecognizeAsync(
        Raster raster,
        InkMap ink,
        IReadOnlyList<InkComponent> components,
        IReadOnlyList<Word> known,
        IReadOnlyList<CheckBox> checkBoxes,
        CancellationToken cancellationToken
    )
    {
        var unread = UnreadInk.Find(ink, components, known, checkBoxes);
        var ruled = unread.Count == 0 ? raster : RuleEraser.Erase(raster, ink, LetterInk.UsualHeight(components, ink.Size));
        var regions = new RegionRecognizer(recognizer);
        var first = await regions.ReadAsync(ruled, unread, known, cancellationToken);
        if (!first.TryGet(out var read, out var failure) || !read.IsWholePage || read.AppliedRotationDegrees != 0)
        {
            return first;
        }

        var second = await new SecondLook(regions, ink, components).ReadAsync(ruled, read.Words, checkBoxes, cancellationToken);
        return second.TryGet(out var words, out failure) ? read with { Words = words } : failure;
    }
}
