using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Reading;

/// <summary>
/// Where a printed line was read in two pieces that overlap, one of them may end on the first letters of a word that the other has
/// whole.
/// </summary>
internal static class SplitLines
{
    private const int MostLetters = 2;
    private const double LeastShare = 0.6;

    /// <summary>The words without such beginnings and ends of words.</summary>
    public static IReadOnlyList<Word> WithoutPieces(IReadOnlyList<Word> words) =>
        [.. words.Where(word => word.Text.Length > MostLetters || !words.Any(whole => IsPiece(word, whole)))];

    private static bool IsPiece(Word word, Word whole) =>
        whole.Text.Length > word.Text.Length && whole.Box.Intersection(word.Box).Area >= LeastShare * word.Box.Area;
}
