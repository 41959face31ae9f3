using System.Text;
using System.Text.Json;
using GroundedDocs.Pipeline.Grounding.Confidence;

namespace GroundedDocs.Benchmarks.Grounding;

/// <summary>What the calibration file states about its bands.</summary>
internal static class BandsTable
{
    public static string Write()
    {
        var heldOut = Calibration.Default.Evidence["heldOut"];
        var report = new StringBuilder();
        report.AppendLine(
            $"Calibration {Calibration.Default.Version}. Extracted answers, value and box right; every figure from documents that the"
        );
        report.AppendLine("model and its thresholds had not seen.\n");
        report.Append(
            "| judged by | answers | right | AUROC | AURC | hi: share, precision (Wilson) | med | low |\n|---|---|---|---|---|---|---|---|\n"
        );
        report.AppendLine(Line("all sets, other documents", heldOut.GetProperty("all")));
        report.AppendLine(Line("all sets, other families", heldOut.GetProperty("strange")));
        foreach (var set in heldOut.GetProperty("strangeBySet").EnumerateObject())
        {
            report.AppendLine(Line($"{set.Name}, other families", set.Value));
        }

        foreach (var set in heldOut.GetProperty("setLeftOut").EnumerateObject())
        {
            report.AppendLine(Line($"{set.Name}, other sets only", set.Value));
        }

        if (heldOut.TryGetProperty("unsupported", out var unsupported))
        {
            report.AppendLine(Line("given values with wrong ones strewn in", unsupported));
        }

        return report.ToString();
    }

    private static string Line(string name, JsonElement evidence) =>
        $"| {name} | {evidence.GetProperty("answers")} | {evidence.GetProperty("right")} | {evidence.GetProperty("auroc")} | {evidence.GetProperty("aurc")} | "
        + string.Join(" | ", new[] { "high", "medium", "low" }.Select(band => Band(evidence.GetProperty("bands"), band)))
        + " |";

    private static string Band(JsonElement bands, string name) =>
        bands.TryGetProperty(name, out var band)
            ? $"{band.GetProperty("share")}, {band.GetProperty("precision")} ({band.GetProperty("wilsonLow")}–{band.GetProperty("wilsonHigh")})"
            : "–";
}
