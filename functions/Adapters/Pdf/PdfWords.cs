using System.Text;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;
using UglyToad.PdfPig.Util;
using PdfWord = UglyToad.PdfPig.Content.Word;
using Word = GroundedDocs.Documents.Layout.Word;

namespace GroundedDocs.Adapters.Pdf;

/// <summary>Puts the letters of a PDF page together to words.</summary>
internal static class PdfWords
{
    /// <summary>The words of a page; those of letters that are hidden are kept apart.</summary>
    public static TextLayer Read(Page page, Func<Letter, bool> isHidden)
    {
        var space = new PdfPageSpace(page);
        var letters = PdfLetters.OnPage(page, space);
        var visible = letters.Where(letter => !isHidden(letter)).ToList();
        var invisible = letters.Count == visible.Count ? [] : letters.Where(isHidden).ToList();
        return new TextLayer(Group(visible, space), []) { InvisibleWords = Group(invisible, space) };
    }

    // The default extractor follows lines and needs them level; the other finds neighbours at any angle.
    private static List<Word> Group(List<Letter> letters, PdfPageSpace space)
    {
        var level = letters.Where(letter => letter.TextOrientation == TextOrientation.Horizontal).ToList();
        var words = level.Count == 0 ? [] : DefaultWordExtractor.Instance.GetWords(level).ToList();
        if (level.Count < letters.Count)
        {
            var turned = letters.Where(letter => letter.TextOrientation != TextOrientation.Horizontal).ToList();
            words.AddRange(NearestNeighbourWordExtractor.Instance.GetWords(turned));
        }

        return [.. words.Select(word => Convert(word, space)).OfType<Word>()];
    }

    private static Word? Convert(PdfWord word, PdfPageSpace space)
    {
        var text = new StringBuilder();
        var edges = new List<double>();
        BoundingBox? hull = null;
        foreach (var letter in word.Letters)
        {
            var characters = SymbolFont.Translate(letter);
            if (string.IsNullOrWhiteSpace(characters))
            {
                continue;
            }

            var box = space.FromLetter(PdfLetters.BoxOf(letter));
            hull = hull?.Union(box) ?? box;
            // A ligature stands for several characters: they share its width.
            for (var index = 0; index < characters.Length; index++)
            {
                edges.Add(box.Left + (box.Width * index / characters.Length));
            }

            text.Append(characters);
        }

        if (hull is not { IsDrawable: true } whole)
        {
            return null;
        }

        edges.Add(whole.Right);
        var isLevel = word.TextOrientation == TextOrientation.Horizontal;
        return new Word(text.ToString(), whole.ClampedToPage(), 1, WordSource.TextLayer) { CharacterEdges = isLevel ? edges : null };
    }
}
