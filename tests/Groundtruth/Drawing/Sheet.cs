using SkiaSharp;

namespace GroundedDocs.Groundtruth.Drawing;

/// <summary>
/// One page as it is laid out before anything happens to it: lines of text and flat shapes in points from the top left. It can be
/// drawn as a PDF page or as pixels, and knows for each character which field it belongs to.
/// </summary>
/// <param name="width">Width in points.</param>
/// <param name="height">Height in points.</param>
public sealed class Sheet(float width, float height)
{
    private readonly List<PrintedLine> lines = [];
    private readonly List<Panel> panels = [];

    public float Width => width;

    public float Height => height;

    public IReadOnlyList<PrintedLine> Lines => lines;

    public IReadOnlyList<Panel> Panels => panels;

    /// <summary>A picture under the text, drawn in points; pixels only, a PDF page does not get it.</summary>
    public Action<SKCanvas>? Backdrop { get; init; }

    /// <summary>Prints a line; <paramref name="x"/> is the end or the middle that the style's side names.</summary>
    public void Print(float x, float baseline, Lettering style, params ReadOnlySpan<Run> runs)
    {
        using var font = style.ToFont();
        var length = font.MeasureText(string.Concat(runs.ToArray().Select(run => run.Text)));
        var left = style.Side switch
        {
            Side.Left => x,
            Side.Middle => x - (length / 2),
            _ => x - length,
        };
        lines.Add(new PrintedLine(left, baseline, style, runs.ToArray()));
    }

    /// <summary>Fills a rectangle.</summary>
    public void Fill(float left, float top, float panelWidth, float panelHeight, SKColor color) =>
        panels.Add(new Panel(SKRect.Create(left, top, panelWidth, panelHeight), color));

    /// <summary>Draws a horizontal rule.</summary>
    public void Rule(float left, float right, float y, float thickness, SKColor color) => Fill(left, y, right - left, thickness, color);
}
