using SkiaSharp;

namespace GroundedDocs.Groundtruth.Drawing;

/// <summary>One line of text on a sheet.</summary>
/// <param name="Left">Where its first character begins, in points.</param>
/// <param name="Baseline">Its baseline from the top of the sheet, in points.</param>
/// <param name="Style">How it is set.</param>
/// <param name="Runs">What it says, from left to right.</param>
public sealed record PrintedLine(float Left, float Baseline, Lettering Style, IReadOnlyList<Run> Runs)
{
    public string Text { get; } = string.Concat(Runs.Select(run => run.Text));

    /// <summary>The outline of the characters from <paramref name="start"/> up to, not including, <paramref name="end"/>, in points.</summary>
    public SKPath OutlineOf(int start, int end)
    {
        using var font = Style.ToFont();
        var before = font.MeasureText(Text.AsSpan(0, start));
        return font.GetTextPath(Text.AsSpan(start, end - start), new SKPoint(Left + before, Baseline));
    }
}
