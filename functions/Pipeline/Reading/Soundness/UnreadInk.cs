using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading.Soundness;

/// <summary>Finds ink that looks like text, but that the text layer does not mention: a scanned page, a stamp, a picture with text.</summary>
internal static class UnreadInk
{
    /// <summary>Letters that have to stand together before a region is worth reading.</summary>
    private const int FewestLetters = 3;

    /// <summary>Share of the page's letters above which the whole page is read at once.</summary>
    private const double MostUnreadLetters = 0.5;

    /// <summary>Regions above which the whole page is read at once; a few small ones are faster.</summary>
    private const int MostRegions = 32;

    /// <summary>Share of the page that all regions may cover before the whole page is read at once.</summary>
    private const double MostArea = 0.4;

    /// <summary>
    /// The regions to read: none when the words cover all, one of the whole page when most is missing.
    /// </summary>
    public static IReadOnlyList<PixelBox> Find(
        InkMap ink,
        IReadOnlyList<InkComponent> components,
        IReadOnlyList<Word> words,
        IReadOnlyList<CheckBox> checkBoxes
    )
    {
        var known = new CoverMap(ink.Size);
        foreach (var word in words)
        {
            var box = PixelBox.From(word.Box, ink.Size);
            known.Cover(box.Grown(box.Height / 4, box.Height / 4, ink.Size));
        }

        foreach (var checkBox in checkBoxes)
        {
            known.Cover(PixelBox.From(checkBox.Box, ink.Size).Grown(3, 3, ink.Size));
        }

        var letters = components.Where(component => LetterInk.IsLetter(component, ink.Size)).ToList();
        var unread = letters.Where(letter => !known.IsCovered(letter.Box)).ToList();
        if (unread.Count < FewestLetters)
        {
            return [];
        }

        var page = new PixelBox(0, 0, ink.Size.Width, ink.Size.Height);
        if (unread.Count > letters.Count * MostUnreadLetters)
        {
            return [page];
        }

        PixelBox[] regions =
        [
            .. LetterClusters
                .Group(unread, ink.Size)
                .Where(cluster => cluster.Count >= FewestLetters)
                .Select(cluster => cluster.Box.Grown(12, 12, ink.Size)),
        ];
        var area = regions.Sum(region => (long)region.Width * region.Height);
        return regions.Length > MostRegions || area > ink.Size.PixelCount * MostArea ? [page] : regions;
    }
}
