using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading;

/// <summary>Recognises the regions of a page that its text layer leaves open.</summary>
internal sealed class RegionRecognizer(ITextRecognizer recognizer)
{
    /// <summary>What was read, on the page turned upright.</summary>
    internal sealed record Reading(IReadOnlyList<Word> Words, int AppliedRotationDegrees, double SkewDegrees)
    {
        /// <summary>Whether recognition saw the page as a whole.</summary>
        public bool IsWholePage { get; init; }
    }

    /// <summary>
    /// Reads the regions. Words that are known already are left out. A page read as a whole may come out turned; a region alone
    /// never turns the page, as a stamp may stand on its head.
    /// </summary>
    public async Task<Result<Reading>> ReadAsync(
        Raster raster,
        IReadOnlyList<PixelBox> regions,
        IReadOnlyList<Word> known,
        CancellationToken cancellationToken
    )
    {
        var words = new List<Word>();
        foreach (var region in regions)
        {
            var isWhole = region.Width == raster.Size.Width && region.Height == raster.Size.Height;
            var result = await recognizer.RecognizeAsync(isWhole ? raster : Cut(raster, region), cancellationToken);
            if (!result.TryGet(out var text, out var failure))
            {
                return failure;
            }

            var found = SplitLines.WithoutPieces([.. text.Lines.SelectMany(line => line.Words)]);
            if (isWhole && known.Count == 0)
            {
                return new Reading(found, text.AppliedRotationDegrees, text.SkewDegrees) { IsWholePage = true };
            }

            var back = (360 - text.AppliedRotationDegrees) % 360;
            words.AddRange(
                found.Select(word => Place(PageTurn.Turn(word, back), region, raster.Size)).Where(word => !IsKnown(word, known))
            );
        }

        return new Reading(words, 0, 0);
    }

    private static bool IsKnown(Word word, IReadOnlyList<Word> known) =>
        known.Any(other => other.Box.Intersection(word.Box).Area > 0.3 * Math.Min(word.Box.Area, other.Box.Area));

    private static Raster Cut(Raster raster, PixelBox region)
    {
        var size = new PixelSize(region.Width, region.Height);
        var clean = raster.WithoutRules is { } pixels ? Cut(pixels, raster.Size, region) : null;
        return new Raster(size, Cut(raster.Rgb, raster.Size, region)) { WithoutRules = clean };
    }

    private static byte[] Cut(byte[] rgb, PixelSize page, PixelBox region)
    {
        var cut = new byte[region.Width * region.Height * 3];
        for (var y = 0; y < region.Height; y++)
        {
            var from = (((region.Top + y) * page.Width) + region.Left) * 3;
            rgb.AsSpan(from, region.Width * 3).CopyTo(cut.AsSpan(y * region.Width * 3));
        }

        return cut;
    }

    private static Word Place(Word word, PixelBox region, PixelSize page)
    {
        var (left, top) = ((double)region.Left / page.Width, (double)region.Top / page.Height);
        var (width, height) = ((double)region.Width / page.Width, (double)region.Height / page.Height);
        var box = new BoundingBox(
            left + (word.Box.Left * width),
            top + (word.Box.Top * height),
            word.Box.Width * width,
            word.Box.Height * height
        );
        return word with { Box = box, CharacterEdges = word.CharacterEdges?.Select(edge => left + (edge * width)).ToArray() };
    }
}
