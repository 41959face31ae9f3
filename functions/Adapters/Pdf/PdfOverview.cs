using System.Globalization;
using System.Text.RegularExpressions;
using GroundedDocs.Documents;
using GroundedDocs.Pipeline.Pages;

namespace GroundedDocs.Adapters.Pdf;

/// <summary>
/// Page count and page sizes as the renderer sees them: it is the renderer's pages that are handed out, so a file that another
/// parser counts differently comes out complete.
/// </summary>
internal sealed partial record PdfOverview(int PageCount, IReadOnlyList<PdfPageSize> Sizes)
{
    private const RegexOptions Flags = RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int MatchMilliseconds = 1000;
    private static readonly PdfPageSize A4 = new(595, 842);

    /// <summary>Asks <c>pdfinfo</c>.</summary>
    public static Result<PdfOverview> Read(string path, PageLimits limits, long memoryBytes)
    {
        string[] arguments = ["-f", "1", "-l", limits.MaximumPageCount.ToString(CultureInfo.InvariantCulture), path];
        var process = PopplerTool.Start("pdfinfo", arguments, memoryBytes);
        var complaints = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        PopplerTool.End(process);
        if (Parse(PageCountLine().Match(text).Groups["count"]) is >= 1 and var count)
        {
            return new PdfOverview((int)count, Measure(text, (int)Math.Min(count, limits.MaximumPageCount)));
        }

        var isEncrypted = complaints.Result.Contains("Incorrect password", StringComparison.Ordinal);
        return isEncrypted ? PageFailures.Encrypted : PageFailures.Damaged(FileFormat.Pdf);
    }

    // Lines read "Page    1 size:  595 x 842 pts (A4)" and "Page    1 rot:   90"; the document of one page has no number there.
    private static PdfPageSize[] Measure(string text, int count)
    {
        var sizes = new PdfPageSize[count];
        Array.Fill(sizes, A4);
        foreach (Match match in SizeLine().Matches(text))
        {
            var index = PageIndex(match);
            if (index < count && Parse(match.Groups["width"]) is > 0 and var width && Parse(match.Groups["height"]) is > 0 and var height)
            {
                sizes[index] = new PdfPageSize(width, height);
            }
        }

        foreach (Match match in RotationLine().Matches(text))
        {
            var index = PageIndex(match);
            if (index < count && Parse(match.Groups["degrees"]) is 90 or 270)
            {
                sizes[index] = new PdfPageSize(sizes[index].Height, sizes[index].Width);
            }
        }

        return sizes;
    }

    private static int PageIndex(Match match) => match.Groups["page"] is { Success: true } page ? (int)Parse(page) - 1 : 0;

    private static double Parse(Group group) =>
        double.TryParse(group.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;

    [GeneratedRegex(@"^Pages:\s+(?<count>\d+)\s*$", Flags, MatchMilliseconds)]
    private static partial Regex PageCountLine();

    [GeneratedRegex(@"^Page\s+(?:(?<page>\d+) )?size:\s+(?<width>[\d.]+) x (?<height>[\d.]+) pts", Flags, MatchMilliseconds)]
    private static partial Regex SizeLine();

    [GeneratedRegex(@"^Page\s+(?:(?<page>\d+) )?rot:\s+(?<degrees>\d+)", Flags, MatchMilliseconds)]
    private static partial Regex RotationLine();
}
