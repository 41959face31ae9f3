using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Documents.Layout;

/// <summary>
/// What stands where on one page. Words are in reading order, line by line and block by block, so that every line is a
/// run of words and every block a run of lines. All boxes are normalised to the page turned upright.
/// </summary>
/// <param name="PageNumber">The page, counted from 1.</param>
/// <param name="Size">Size in pixels of the upright picture; only its proportions matter to boxes.</param>
/// <param name="Words">All words, in reading order.</param>
/// <param name="Lines">All lines, covering all words.</param>
/// <param name="Blocks">All blocks, covering all lines.</param>
/// <param name="CheckBoxes">All check boxes.</param>
public sealed record PageLayout(
    int PageNumber,
    PixelSize Size,
    IReadOnlyList<Word> Words,
    IReadOnlyList<Line> Lines,
    IReadOnlyList<Block> Blocks,
    IReadOnlyList<CheckBox> CheckBoxes
)
{
    /// <summary>Clockwise quarter turns (0, 90, 180, 270 degrees) applied to the page image to bring its text upright.</summary>
    public int AppliedRotationDegrees { get; init; }

    /// <summary>Skew of the text lines against the horizontal in degrees, clockwise positive, after <see cref="AppliedRotationDegrees"/>.</summary>
    public double SkewDegrees { get; init; }

    /// <summary>What a reader of the result should know about how the page was read; null when there is nothing to say.</summary>
    public string? Note { get; init; }

    /// <summary>Why this page could not be read, or null. An unreadable page has no words.</summary>
    public Failure? Failure { get; init; }

    /// <summary>A page of which nothing could be read.</summary>
    public static PageLayout Unreadable(int pageNumber, Failure failure) =>
        new(pageNumber, new PixelSize(1, 1), [], [], [], []) { Failure = failure };

    /// <summary>The words of a line, in order.</summary>
    public IEnumerable<Word> WordsOf(Line line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Words.Skip(line.FirstWord).Take(line.WordCount);
    }

    /// <summary>The words of a line joined by single spaces.</summary>
    public string TextOf(Line line) => string.Join(' ', WordsOf(line).Select(word => word.Text));
}
