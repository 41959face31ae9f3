using System.Security.Cryptography;
using System.Text;
using GroundedDocs.Adapters.Storage;
using GroundedDocs.App.Options;
using GroundedDocs.Documents;
using GroundedDocs.Orchestration;
using GroundedDocs.Pipeline.Assembly;
using GroundedDocs.Pipeline.Extraction;
using GroundedDocs.Pipeline.Grounding;
using GroundedDocs.Pipeline.Pages;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.App.Composition;

/// <summary>
/// The version of the pipeline: another version's results are not shown as this one's. It changes with every room whose code has a part
/// in a result, whoever built it and from what, and with the engines that are configured.
/// </summary>
internal static class PipelineVersion
{
    private static readonly Type[] Rooms =
    [
        typeof(Failure),
        typeof(PageLimits),
        typeof(IPageReader),
        typeof(IExtractor),
        typeof(IGrounder),
        typeof(IPredictionMerger),
        typeof(DocumentFlow),
        typeof(StorageAccount),
    ];

    /// <summary>The version with the engines of a server.</summary>
    public static string Of(EngineOptions engines)
    {
        ArgumentNullException.ThrowIfNull(engines);
        var (model, reading) = (engines.VisionModel, engines.DocumentIntelligence);
        return Hash([
            .. Rooms.Select(room => room.Module.ModuleVersionId.ToString("N")),
            model.IsConfigured
                ? $"{model.Model} {model.Family} {model.WindowPages} {model.FieldsPerCall} {model.LowDetailPixels} {model.AutoDetailPixels} {model.MaxImagePixels}"
                : "embedded",
            reading.IsConfigured ? $"{reading.Use}" : "local",
            $"{engines.Extraction.Agreement} {engines.Extraction.WhenUnavailable}",
        ]);
    }

    private static string Hash(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..16];
}
