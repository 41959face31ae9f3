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
            $"Calibration {Calibration.Default.Version}: {heldOut.GetProperty("examples")} fields of {heldOut.GetProperty("documents")} documents,"
        );
        report.AppendLine($"judged by folds that did not hold their document; AUROC {heldOut.GetProperty("auroc")}.");
        report.AppendLine(
            "The fields are half extracted and half true values with wrong ones strewn in: a mixture, not what extraction yields.\n"
        );
        report.Append("| band | share | precision | 95 % interval (Wilson) |\n|---|---|---|---|\n");
        foreach (var band in heldOut.GetProperty("bands").EnumerateObject())
        {
            report.AppendLine(
                $"| {band.Name} | {Number(band, "share")} | {Number(band, "precision")} | {Number(band, "wilsonLow")}–{Number(band, "wilsonHigh")} |"
            );
        }

        return report.ToString();
    }

    private static JsonElement Number(JsonProperty band, string name) => band.Value.GetProperty(name);
}
