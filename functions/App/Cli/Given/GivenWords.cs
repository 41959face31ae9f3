using System.Text.Json;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading.Lines;

namespace GroundedDocs.App.Cli.Given;

/// <summary>Reads the text that people transcribed from a document: a manifest line's <c>words[]</c>.</summary>
internal static class GivenWords
{
    // Boxes are relative, so any size of the usual shape will do where the line does not say the page's.
    private static readonly PixelSize UnknownSize = new(1_000, 1_414);

    /// <summary>The layout of all pages, or what is wrong with the line.</summary>
    public static Result<DocumentLayout> Read(string manifestLine)
    {
        using var parsed = JsonDocument.Parse(manifestLine);
        var line = parsed.RootElement;
        if (!line.TryGetProperty("words", out var words) || words.ValueKind != JsonValueKind.Array)
        {
            return new Failure(
                "given.words",
                "The manifest line has no 'words' to use as the layout; leave out --layout given to read the file instead."
            );
        }

        try
        {
            var byPage = words.EnumerateArray().ToLookup(word => word.GetProperty("page").GetInt32(), word => Split(word).ToArray());
            var sizes = line.TryGetProperty("page_sizes", out var given) ? given.EnumerateArray().Select(SizeOf).ToArray() : [];
            var count = Math.Max(sizes.Length, byPage.Select(page => page.Key).DefaultIfEmpty(1).Max());
            var pages = Enumerable
                .Range(1, count)
                .Select(page =>
                    LayoutBuilder.Build(
                        page,
                        page <= sizes.Length ? sizes[page - 1] : UnknownSize,
                        [.. byPage[page].SelectMany(word => word)],
                        []
                    )
                );
            return new DocumentLayout([.. pages]);
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return new Failure(
                "given.word",
                "An element of 'words' or 'page_sizes' has another shape than {page, text, x, y, w, h} and [width, height]."
            );
        }
    }

    private static PixelSize SizeOf(JsonElement size) =>
        new((int)Math.Max(1, Math.Round(size[0].GetDouble())), (int)Math.Max(1, Math.Round(size[1].GetDouble())));

    /// <summary>Some people transcribe whole lines: their words share the line's box by their number of characters.</summary>
    private static IEnumerable<Word> Split(JsonElement entry)
    {
        var text = entry.GetProperty("text").GetString() ?? "";
        var (left, width) = (entry.GetProperty("x").GetDouble(), entry.GetProperty("w").GetDouble());
        var (top, height) = (entry.GetProperty("y").GetDouble(), entry.GetProperty("h").GetDouble());
        var at = 0;
        foreach (var word in text.Split(' '))
        {
            if (word.Length > 0)
            {
                var box = new BoundingBox(left + (width * at / text.Length), top, width * word.Length / text.Length, height);
                yield return new Word(word, box, 1, WordSource.TextLayer);
            }

            at += word.Length + 1;
        }
    }
}
