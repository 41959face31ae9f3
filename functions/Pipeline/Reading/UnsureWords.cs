using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading;

/// <summary>
/// Reads words once more, each alone, of which reading the page as a whole was not sure. The recogniser sees every line at one
/// height; small print and worn letters come out better when what stands beside them does not set it.
/// </summary>
/// <param name="look">Reads parts of the page.</param>
internal sealed class UnsureWords(CloseLook look)
{
    /// <summary>Probability from which a word is left as it is.</summary>
    private const double Sure = 0.8;

    /// <summary>A letter alone looks like many others.</summary>
    private const int Shortest = 2;

    /// <summary>Words that are read again, the surest first: the others are hardly legible.</summary>
    private const int Most = 32;

    /// <summary>Frames that have to agree on another text, surely enough.</summary>
    private const int FramesThatAgree = 2;

    /// <summary>Share of the word's box that its new reading covers.</summary>
    private const double LeastCover = 0.75;

    private static readonly double[] Margins = [0, 0.15, 0.3];

    /// <summary>The words, some of them with another text.</summary>
    /// <param name="words">What was read.</param>
    /// <param name="page">Size of the upright page.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Result<List<Word>>> ReadAsync(IReadOnlyList<Word> words, PixelSize page, CancellationToken cancellationToken)
    {
        var read = words.ToList();
        foreach (var word in words.Where(IsUnsure).OrderByDescending(word => word.Confidence).Take(Most))
        {
            var others = read.FindAll(other => other != word);
            var result = await look.ReadAsync(PixelBox.From(word.Box, page), Margins, others, Agree, cancellationToken);
            if (!result.TryGet(out var frames, out var failure))
            {
                return failure;
            }

            if (Better(word, frames) is { } better)
            {
                read[read.IndexOf(word)] = better;
            }
        }

        return read;
    }

    private static bool IsUnsure(Word word) =>
        word.Confidence < Sure && word.Text.Length >= Shortest && word.Text.Any(char.IsLetterOrDigit);

    private static bool Agree(List<List<Word>> frames) => CloseLook.Agreed(frames).Frames >= FramesThatAgree;

    private static Word? Better(Word word, List<List<Word>> frames) =>
        CloseLook.Agreed(frames) is ([var only], >= FramesThatAgree)
        && only.Text != word.Text
        && only.Text.Any(char.IsLetterOrDigit)
        && only.Confidence > word.Confidence
        && only.Box.Intersection(word.Box).Area >= LeastCover * word.Box.Area
            ? only
            : null;
}
